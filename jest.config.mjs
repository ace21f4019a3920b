import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Modules of a test file stay in memory when it is done, an SDK with each: a process that has grown is replaced. That takes
  // two of them at least, as one alone would be this one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1GB',
  roots: ['<rootDir>/src', '<rootDir>/adapters', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/test/strip-types.mjs' },
  collectCoverageFrom: ['src/**/*.ts', 'adapters/**/*.ts'],
  coverageProvider: 'v8',
};
