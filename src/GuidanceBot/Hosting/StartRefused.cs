namespace GuidanceBot.Hosting;

/// <summary>The bot cannot start as it is set up. The message is one sentence that names what is wrong and the mend.</summary>
internal sealed class StartRefused(string message) : Exception(message);
