export type {
  SqlColumn,
  SqlEngine,
  SqlRow,
  SqlSession,
  SqlSessionOptions,
  SqlValue,
} from "./sql.ts";
