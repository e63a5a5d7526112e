export { damageCsv, storyDamages, type Damage } from "./damage.ts";
export { readFlights, type TestFlights, type TrainingFlights } from "./flights.ts";
export { measure, type Figures } from "./measure.ts";
export type { Model, ModelKind } from "./model.ts";
export { readModel, writeModel } from "./model-files.ts";
export { predictFlights, writePredictions, type Predictions } from "./predict.ts";
export { prepareData, prepareStory } from "./prepare.ts";
export { airportsCsv, flightsParquet, sha256Of } from "./source.ts";
export { trainModel } from "./train.ts";
