export { type AppOptions, createApp } from './app.ts';
export { type Config, readConfig, SettingsInvalid } from './config.ts';
export { connect } from './db/connect.ts';
export { findViolations } from './db/invariants.ts';
export { migrate } from './db/migrate.ts';
export { makeDeps } from './make-deps.ts';
export { type Running, StartFailed, start } from './start.ts';
