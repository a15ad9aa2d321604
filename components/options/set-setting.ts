import type { SettingName, Settings } from '../../lib/settings/settings.ts';

/** Sets one setting whole, at once. */
export type SetSetting = <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
