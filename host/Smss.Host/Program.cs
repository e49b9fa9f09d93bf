return await Smss.Platform.Commands.HostCommands.RunAsync(args);
