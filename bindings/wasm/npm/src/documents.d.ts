// The documents that go in and come out. Written by hand; this is the one place where they are.

export type * from './city.js';
export type * from './common.js';
export type * from './criteria.js';
export type * from './editions.js';
export type * from './results.js';
