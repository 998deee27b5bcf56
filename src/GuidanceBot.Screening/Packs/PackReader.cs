using GuidanceBot.Screening.Rules;

namespace GuidanceBot.Screening.Packs;

/// <summary>Reads packs in two passes: first the lists and contexts of every file, then the rules that refer to them.</summary>
internal sealed class PackReader
{
    private static readonly string[] TopKeys = ["about", "lists", "contexts", "rules", "exceptions", "switches", "rules_off"];

    private readonly PhraseCompiler compiler = new();
    private readonly Dictionary<string, int> contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
    private readonly List<int> exceptions = [];
    private readonly HashSet<FindingCategory> off = [];
    private readonly HashSet<FindingCategory> on = [];

    public static PackContent Read(IEnumerable<(string File, string Yaml)> files)
    {
        var reader = new PackReader();
        var roots = files.Select(f => PackNode.Root(f.File, f.Yaml)).OfType<PackNode>().ToList();
        foreach (var root in roots)
            reader.Declare(root);
        foreach (var root in roots)
            reader.Define(root);
        return new PackContent(reader.compiler.Build(), [.. reader.rules.Values], [.. reader.exceptions], reader.off, reader.on, reader.compiler.Warnings);
    }

    private void Declare(PackNode root)
    {
        foreach (var part in root.Members(TopKeys))
        {
            if (part.Key == "lists")
            {
                foreach (var list in part.Members())
                    compiler.AddList(list);
            }
            else if (part.Key == "contexts")
            {
                foreach (var context in part.Members())
                    contexts.TryAdd(context.Key, compiler.NewGroup());
            }
        }
    }

    private void Define(PackNode root)
    {
        foreach (var part in root.Members())
        {
            switch (part.Key)
            {
                case "contexts":
                    foreach (var context in part.Members())
                        Compile(contexts[context.Key], context);
                    break;
                case "rules":
                    foreach (var node in part.Items())
                        AddRule(node);
                    break;
                case "exceptions":
                    exceptions.AddRange(Groups(part));
                    break;
                case "switches":
                    foreach (var member in part.Members([.. CategoryNames.All]))
                        (member.Switch() ? on : off).Add(CategoryNames.ParseCategory(member.Key) ?? throw member.Wrong("unknown category"));
                    break;
                case "rules_off":
                    foreach (var item in part.Items())
                    {
                        if (!rules.Remove(item.Text()))
                            throw item.Wrong($"no rule before this one is called {item.Text()}");
                    }

                    break;
            }
        }
    }

    private void AddRule(PackNode node)
    {
        var rule = new RuleReader(this).Read(node);
        if (!rules.TryAdd(rule.Id, rule))
            throw node.Need("id").Wrong($"another rule is already called {rule.Id}");
    }

    /// <summary>The groups a list of phrases stands for: one of its own, and one for each <c>&lt;context&gt;</c> it names.</summary>
    internal int[] Groups(PackNode list)
    {
        var found = new List<int>();
        var own = -1;
        foreach (var item in list.Items())
        {
            if (item.Text() is ['<', .. var name, '>'])
            {
                found.Add(contexts.TryGetValue(name, out var group) ? group : throw item.Wrong($"no context is called {name}"));
                continue;
            }

            if (own < 0)
                found.Add(own = compiler.NewGroup());
            compiler.Add(own, item);
        }

        return [.. found];
    }

    private void Compile(int group, PackNode list)
    {
        foreach (var item in list.Items())
            compiler.Add(group, item);
    }
}
