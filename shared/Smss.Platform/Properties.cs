using Smss.Abstractions.Modules;
using Smss.Platform;

[assembly: SmssModule("platform", typeof(PlatformModule))]
