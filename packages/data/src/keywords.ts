/**
 * What each key of ODCS 3.0 to 3.2 is to us. `described` keys say something about the data without limiting it; every key
 * in neither list is a constraint that we do not know, and is listed as unsupported.
 */
const describedAnywhere = [
  "id",
  "name",
  "description",
  "businessName",
  "authoritativeDefinitions",
  "tags",
  "customProperties",
  "synonyms",
  "context",
];

/** Keys of the whole contract. Service levels that concern the data itself are looked at one by one. */
export const contractKeys: ReadonlySet<string> = new Set([
  ...describedAnywhere,
  "version",
  "kind",
  "apiVersion",
  "tenant",
  "status",
  // Where the data lies is said by slipway.yaml; the contract's servers may be others.
  "servers",
  "dataProduct",
  "domain",
  "schema",
  "support",
  "price",
  "team",
  "roles",
  "slaDefaultElement",
  "slaProperties",
  "contractCreatedTs",
]);

/** Service levels that limit the data; the others are about the service around it. */
export const dataServiceLevels: ReadonlySet<string> = new Set([
  "latency",
  "ly",
  "freshness",
  "retention",
  "re",
]);

/** Keys of a schema object. `logicalType` can only be object, `physicalType` only describes (table, file, topic). */
export const objectKeys: ReadonlySet<string> = new Set([
  ...describedAnywhere,
  "logicalType",
  "physicalType",
  "physicalName",
  "dataGranularityDescription",
  "properties",
  "relationships",
  "quality",
]);

/** Keys of a property that need no entry of their own in the ledger, either enforced or descriptive. */
export const propertyKeys: ReadonlySet<string> = new Set([
  ...describedAnywhere,
  "primaryKey",
  "primaryKeyPosition",
  "logicalType",
  "logicalTypeOptions",
  "physicalType",
  "physicalName",
  "required",
  "unique",
  "enum",
  "relationships",
  "quality",
  "semanticType",
  "partitioned",
  "partitionKeyPosition",
  "classification",
  "encryptedName",
  "transformSourceObjects",
  "transformLogic",
  "transformDescription",
  "examples",
  "criticalDataElement",
]);

/** The operators of a quality rule. */
export const operators = [
  "mustBe",
  "mustNotBe",
  "mustBeGreaterThan",
  "mustBeGreaterOrEqualTo",
  "mustBeLessThan",
  "mustBeLessOrEqualTo",
  "mustBeBetween",
  "mustNotBeBetween",
] as const;

/** Keys of a quality rule of the library. `rule` is the old name of `metric`. */
export const qualityKeys: ReadonlySet<string> = new Set([
  ...describedAnywhere,
  ...operators,
  "businessImpact",
  "dimension",
  "method",
  "schedule",
  "scheduler",
  "severity",
  "type",
  "unit",
  "metric",
  "rule",
  "arguments",
]);

/** Keys of a relationship. */
export const relationshipKeys: ReadonlySet<string> = new Set([
  ...describedAnywhere,
  "type",
  "from",
  "to",
]);
