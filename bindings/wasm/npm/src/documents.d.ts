// The documents that go in and come out. Types of files are made from the library's JSON Schemas when the package is built (`schema/`).
// Those of results are written by hand, since they say more than a schema: which members stand side by side, which words a code can be.

export type {
  City as CityData,
  CityData as CityFile,
  Date as DateText,
  Decimal as DecimalInput,
  Evidence,
  Member,
  NotApplicable,
  Observation,
  Published,
  Reference,
  Review,
  Unit,
  UnitName,
} from './schema/city-data.js';
export type {
  AttributeTest,
  Condition,
  CriteriaSet as CriteriaFile,
  Criterion,
  Crosswalk,
  CrosswalkRow,
  DataPoint,
  EvidenceRule,
  Expression,
  Group,
  Input,
  Judgement,
  Level,
  Limit,
  Parameter,
  Part,
  Precondition,
  Relief,
  Rule,
  Scheme,
  Source,
  Step,
  Threshold,
  Tree,
  TreeChild,
  TreeGroup,
  TreeLeaf,
  UnitKindRule,
  UnitOfMeasure,
  Variant,
} from './schema/criteria-set.js';
export type * from './common.js';
export type * from './editions.js';
export type * from './results.js';
