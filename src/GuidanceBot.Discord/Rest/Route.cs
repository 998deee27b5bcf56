namespace GuidanceBot.Discord.Rest;

/// <summary>Which of Discord's limits a request counts against: the path without its ids, and the id at its head that a limit is kept for each of.</summary>
internal readonly record struct Route(string Template, string Major)
{
    public static Route Of(HttpMethod method, string path)
    {
        var segments = path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var major = "";
        for (var i = 1; i < segments.Length; i++)
        {
            if (i == 1 && segments[0] is "channels" or "guilds" or "webhooks" && major.Length == 0)
            {
                major = segments[1];
                segments[1] = "{major}";
            }
            else if (i == 2 && segments[0] == "webhooks")
            {
                // The limit is of the token, too.
                major += "/" + segments[2];
                segments[2] = "{token}";
            }
            else if (segments[i].All(char.IsAsciiDigit))
            {
                segments[i] = "{id}";
            }
        }

        return new Route($"{method.Method} {string.Join('/', segments)}", major);
    }
}
