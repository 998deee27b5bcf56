namespace GuidanceBot.Packs;

/// <summary>A pack that cannot be used. The message is one sentence for the owner: file, line, column, key, what is expected.</summary>
public sealed class PackException(string message, Exception? inner = null) : Exception(message, inner);
