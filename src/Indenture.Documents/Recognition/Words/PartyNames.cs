using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Names of companies, and the offices they hold, for use inside other patterns.</summary>
internal static partial class PartyNames
{
    /// <summary>A name with its points and commas: "Example Trust, N.A.", "Banque Exemple, societe anonyme".</summary>
    public const string Name = @"[A-Z][\w.&'’-]*(?:,? (?:[A-Z&][\w.&'’-]*|of|de|and(?= [A-Z])|a(?= [A-Z])|the(?= [A-Z])|soci[eé]t[eé] anonyme)){0,10}?";

    private const string Office = @"(?:fiscal|principal paying|issuing and paying|paying|transfer|exchange|calculation|authenticating|Fiscal|Principal Paying|Issuing and Paying|Paying|Transfer|Exchange|Calculation|Authenticating) [Aa]gent|[Rr]egistrar|common depositary|Common Depositary|custodian";

    /// <summary>One office or several: "fiscal agent, registrar and exchange agent".</summary>
    public const string Offices = "(?:" + Office + @")(?:(?:, and |, or |, | and | or )(?:as )?(?:" + Office + "))*";

    [GeneratedRegex(Office, Text.Cased)]
    private static partial Regex Each { get; }

    /// <summary>The fact names of the offices that words list, in their order.</summary>
    public static IEnumerable<string> RolesIn(string offices)
    {
        foreach (Match match in Each.Matches(offices))
            yield return match.Value.ToUpperInvariant() switch
            {
                "FISCAL AGENT" => "fiscalAgent",
                "TRANSFER AGENT" => "transferAgent",
                "EXCHANGE AGENT" => "exchangeAgent",
                "CALCULATION AGENT" => "calculationAgent",
                "AUTHENTICATING AGENT" => "authenticatingAgent",
                "REGISTRAR" => "registrar",
                "COMMON DEPOSITARY" => "commonDepositary",
                "CUSTODIAN" => "custodian",
                _ => "payingAgent",
            };
    }

    /// <summary>The words of an office: exchangeAgent is "Exchange Agent".</summary>
    public static string Words(string role) => string.Concat(role.Select((c, i) => i == 0 ? char.ToUpperInvariant(c).ToString() : char.IsUpper(c) ? " " + c : c.ToString()));
}
