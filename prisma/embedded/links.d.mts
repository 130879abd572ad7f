export declare const makeLinks: (packageDir: string) => number;
export declare const installedServers: (root: string) => string[];
