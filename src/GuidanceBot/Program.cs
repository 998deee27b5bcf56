return await GuidanceBot.CommandLine.Root.RunAsync(args);
