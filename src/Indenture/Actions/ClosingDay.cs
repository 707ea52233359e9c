using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>close: purchase money of every underwriter against delivery of the global notes.</summary>
public static class ClosingDay
{
    /// <summary>The depositary's nominee where nobody names another registered holder.</summary>
    public const string UsualNominee = "Cede & Co.";

    /// <param name="received">What each underwriter paid; never taken from what it owes.</param>
    public static Outcome<CommandResult> Run(Desk desk, Instruction by, string series, string offering, IReadOnlyDictionary<string, Money> received, string nominee) =>
        desk.PerformByTwo(by.Order("close", series, [("offering", offering), ("nominee", nominee), .. received.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => ("received " + r.Key, r.Value.ToString()))]), $"close/{offering}",
            (state, _) => new CloseOffering(offering, by.On, received, nominee).Decide(state));
}
