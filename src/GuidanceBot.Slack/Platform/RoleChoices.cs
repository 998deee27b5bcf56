using GuidanceBot.Chat;

namespace GuidanceBot.Slack.Platform;

/// <summary>Puts choices in the place of a form's role pickers: Slack has a picker for members and channels, none for roles.</summary>
internal sealed class RoleChoices(Roles roles)
{
    public async Task<Form> FilledInAsync(Form form, CommunityAddress community, CancellationToken cancellationToken)
    {
        if (!form.Fields.Any(f => f is PickField { Kind: PickKind.Role }))
            return form;

        var all = await roles.ListAsync(cancellationToken);
        var choices = all.Select(r => new Choice(r.Id, r.Name)).ToList();
        return form with { Pages = [.. form.Pages.Select(p => p with { Fields = [.. p.Fields.Select(f => Filled(f, choices)).OfType<FormField>()] })] };
    }

    // Without any role there is nothing to choose, and Slack refuses an empty list.
    private static FormField? Filled(FormField field, List<Choice> choices) => field switch
    {
        PickField { Kind: PickKind.Role } when choices.Count == 0 => null,
        PickField { Kind: PickKind.Role } pick => new ChoiceField(pick.Name, pick.Label, choices) { Hint = pick.Hint, Required = pick.Required, Several = pick.Several, Initial = pick.Initial },
        _ => field,
    };
}
