namespace Indenture.Core;

/// <summary>
/// What the terms' exchange member says: who is paid through the exchange agent, in which currency unless it is elected otherwise, and by when the
/// currency is bought. Which side of which rate, and how the result is rounded, the agreement leaves open (AGY-T16): both must be given.
/// </summary>
/// <param name="Holder">The registered holder of the global notes whose payment is exchanged: the depositary's nominee.</param>
/// <param name="Currency">What is paid to who has not elected the currency of the notes.</param>
/// <param name="Purchase">By when the currency is bought, counted from the day the funds are due (AGY-10f, AGY-10l).</param>
/// <param name="Election">By when an election must be advised; null where no document at hand states it (AGY-9.1c).</param>
/// <param name="Side">"bid", "offer" or "mid".</param>
public sealed record ExchangeRules(string Holder, Currency Currency, DeadlineRule Purchase, DeadlineRule? Election, string Side, Rounding Rounding)
{
    /// <summary>Refused RULES-MISSING where the terms have no exchange agent's rules, RULES-MALFORMED naming the member.</summary>
    public static Outcome<ExchangeRules> Of(Terms terms, Calendars calendars) => IfStated(terms, calendars).Then<ExchangeRules>(rules => rules is not null ? rules
        : Refusal.Of(RuleRefusal.RulesMissing, "The terms do not state the exchange agent's rules (exchange: holder, currency, purchase, side, rounding); nothing is elected or converted."));

    /// <summary>Null where the terms have no exchange agent's rules.</summary>
    public static Outcome<ExchangeRules?> IfStated(Terms terms, Calendars calendars) => RuleReader.Read<ExchangeRules?>(terms, calendars, "exchange", null, r =>
        {
            var rounding = r.Child("rounding", "unit", "direction") ?? throw r.Missing("rounding");
            var purchase = r.Deadline("purchase") ?? throw r.Missing("purchase");
            return new ExchangeRules(r.Needed("holder"), r.Take("currency", Currency.Of(r.Needed("currency"))), purchase, r.Deadline("election"), r.Needed("side"),
                    new Rounding(rounding.Take("unit", Percent.Parse(rounding.Needed("unit"))).Value, rounding.Case<RoundingDirection>("direction")));
        }, "holder", "currency", "purchase", "election", "side", "rounding");
}
