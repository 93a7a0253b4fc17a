using System.Runtime.Versioning;

// The action's scripts are run as on its runners: by bash.
[assembly: UnsupportedOSPlatform("windows")]
[assembly: Platform(Exclude = "Win")]
