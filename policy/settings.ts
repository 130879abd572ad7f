export type { Override, SettingDefinition } from './settings/define.ts';
export { parseSettings, SettingsInput } from './settings/parse-settings.ts';
export { resolveSettings, type SettingScope } from './settings/resolve-settings.ts';
export { SETTINGS } from './settings/table.ts';
export {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type SettingOverrides,
  type Settings,
  type SettingValues,
  settingSchema,
  settingsDiff,
} from './settings/values.ts';
