using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Indenture.Core;

/// <summary>Why a terms document was not taken, in the order in which it is tested.</summary>
public enum TermsRefusal { TermsMalformed }

/// <summary>
/// The interchange document of the terms as JSON (docs/terms.schema.json). Money, prices and rates are decimal strings; an unknown is null and
/// stands in gaps. Writing and reading give the same terms back, sources included.
/// </summary>
public static class TermsJson
{
    /// <summary>Facts whose JSON form is an object, a list or a number; all others are strings.</summary>
    private static readonly HashSet<string> Shaped =
        ["interest.paymentDates", "interest.indexTenorMonths", "interest.endOfMonth", "interest.fixing", "interest.compounding", "interest.rateRounding", "interest.fallback", "interest.rounding", "businessDays.calendars", "recordDate", "denomination"];

    public static JsonObject Write(Terms terms)
    {
        var root = new JsonObject();
        var sources = new JsonObject();
        foreach (var fact in TermFact.All)
        {
            if (fact.Get(terms) is not { } stated) continue;
            Put(root, fact.Path, Shaped.Contains(fact.Path) ? Shape(terms, fact.Path) : Ruled.Contains(fact.Path) && stated.Text.StartsWith('{') ? JsonNode.Parse(stated.Text) : stated.Text);
            sources[fact.Path] = WriteSources(stated.Sources);
        }
        foreach (var gap in terms.Gaps)
            if (TermFact.Of(gap.Name) is Outcome<TermFact>.Done { Value: var fact } && fact.Get(terms) is null)
                Put(root, fact.Path, null);
        if (terms.Underwriters.Count > 0) root["underwriters"] = WriteUnderwriters(terms.Underwriters, "underwriters", sources);
        if (terms.Taps.Count > 0)
            root["taps"] = new JsonArray([.. terms.Taps.Select((tap, i) => WriteTap(tap, $"taps[{i}]", sources))]);
        if (terms.Interest.Then.Count > 0) Put(root, "interest.then", WriteSteps(terms.Interest.Then, sources));
        if (terms.Schedule is { } grid) root["schedule"] = WriteGrid(grid);
        if (terms.Agents.Count > 0)
            root["agents"] = new JsonArray([.. terms.Agents.Select((agent, i) =>
            {
                sources[$"agents[{i}]"] = WriteSources(agent.Name.Sources);
                return new JsonObject { ["role"] = agent.Role, ["name"] = agent.Name.Value };
            })]);
        if (sources.Count > 0) root["sources"] = sources;
        root["gaps"] = new JsonArray([.. terms.Gaps.Select(g => new JsonObject
        {
            ["name"] = g.Name,
            ["why"] = g.Why,
            ["blocks"] = new JsonArray([.. g.Blocks.Select(b => (JsonNode)Names.Of(b))]),
        })]);
        return root;
    }

    /// <summary>Reads a terms document. Refused TERMS-MALFORMED with the path of the first member that is unknown or not of its form.</summary>
    /// <param name="file">The name under which values without a source of their own are cited.</param>
    public static Outcome<Terms> Read(string json, string file)
    {
        JsonNode? parsed;
        try
        {
            parsed = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            return Refusal.Of(TermsRefusal.TermsMalformed, $"{file}, line {(e.LineNumber ?? 0) + 1}: {e.Message}");
        }
        if (parsed is not JsonObject root) return Refusal.Of(TermsRefusal.TermsMalformed, $"{file} does not hold one JSON object.");
        try
        {
            return ReadRoot(root, file);
        }
        catch (Malformed m)
        {
            return m.Refusal;
        }
    }

    // Reading descends through nested objects; one private exception carries the first fault up to Read and never leaves it.
    private sealed class Malformed(Refusal refusal) : Exception
    {
        public Refusal Refusal { get; } = refusal;
    }

    private static Malformed At(string file, string path, string what) => new(Refusal.Of(TermsRefusal.TermsMalformed, $"{file}, {path}: {what}"));

    private static T Take<T>(Outcome<T> outcome, string file, string path) =>
        outcome.Match(v => v, r => throw At(file, path, r.Message));

    private static Outcome<Terms> ReadRoot(JsonObject root, string file)
    {
        var known = TermFact.All.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var sources = Sources(root, file);
        var terms = new Terms();

        // Currency first: amounts are read in it.
        foreach (var (path, node) in Leaves(root, known, file).OrderBy(l => l.Path == "currency" ? 0 : 1))
        {
            if (!known.TryGetValue(path, out var fact)) throw At(file, path, "is not a member of a terms document.");
            terms = WithFact(terms, fact, node, sources(path), file, path);
        }
        if (root["interest"] is JsonObject interest && interest["then"] is { } steps)
            terms = terms with { Interest = terms.Interest with { Then = ReadSteps(steps, terms, sources, file) } };
        return terms with
        {
            Underwriters = ReadUnderwriters(root["underwriters"], "underwriters", terms, sources, file),
            Taps = [.. Items(root["taps"], "taps", file).Select(t => ReadTap(t.Item, t.Path, terms, sources, file))],
            Schedule = root["schedule"] is { } grid ? ReadGrid(Object(grid, "schedule", file), file) : null,
            Agents = [.. Items(root["agents"], "agents", file).Select(a =>
                new Agent(Text(a.Item["role"], file, a.Path + ".role"), new Cited<string>(Text(a.Item["name"], file, a.Path + ".name"), sources(a.Path))))],
            Gaps = [.. Items(root["gaps"], "gaps", file).Select(g => new Gap(
                Text(g.Item["name"], file, g.Path + ".name"), Text(g.Item["why"], file, g.Path + ".why"),
                [.. (g.Item["blocks"] as JsonArray ?? []).Select(b => Names.Find<Act>(Text(b, file, g.Path + ".blocks")) ?? throw At(file, g.Path + ".blocks", $"is not one of {Names.All<Act>()}."))]))],
        };
    }

    private static Terms WithFact(Terms terms, TermFact fact, JsonNode? node, IReadOnlyList<Source> cited, string file, string path)
    {
        if (node is null) return terms;
        var (text, unit) = Shaped.Contains(fact.Path) ? Unshape(node, fact.Path, path, file) : (Text(node, file, path), null);
        terms = Take(fact.Replace(terms, text, unit, cited[0]), file, path);
        foreach (var more in cited.Skip(1)) terms = Take(fact.Add(terms, text, unit, more), file, path);
        return fact.Path == "interest.fixing" ? WithFixing(terms, (JsonObject)node, file) : terms;
    }

    private static JsonArray WriteSteps(IReadOnlyList<InterestStep> steps, JsonObject sources) => new([.. steps.Select((step, i) =>
    {
        var json = new JsonObject { ["from"] = Print(step.From.Value) };
        sources[$"interest.then[{i}].from"] = WriteSources(step.From.Sources);
        foreach (var fact in TermFact.All.Where(InterestStep.MayChange))
        {
            if (fact.Get(step.Changed) is not { } stated) continue;
            Put(json, StepPath(fact), Shaped.Contains(fact.Path) ? Shape(step.Changed, fact.Path) : stated.Text);
            sources[$"interest.then[{i}].{StepPath(fact)}"] = WriteSources(stated.Sources);
        }
        return json;
    })]);

    private static IReadOnlyList<InterestStep> ReadSteps(JsonNode node, Terms terms, Func<string, IReadOnlyList<Source>> sources, string file)
    {
        var facts = TermFact.All.Where(InterestStep.MayChange).ToDictionary(StepPath, StringComparer.Ordinal);
        var steps = new List<InterestStep>();
        foreach (var (item, path) in Items(node, "interest.then", file))
        {
            var from = Take(TermFact.Day(Text(item["from"], file, path + ".from")), file, path + ".from");
            if (steps.Count > 0 && from <= steps[^1].From.Value) throw At(file, path + ".from", $"{Print(from)} is not after {Print(steps[^1].From.Value)}: steps stand in the order of their dates.");
            var changed = new Terms { Currency = terms.Currency };
            foreach (var (name, value) in item.SelectMany(m => m.Key == "businessDays" ? Object(m.Value, path + ".businessDays", file).Select(d => (Name: "businessDays." + d.Key, d.Value)) : [(Name: m.Key, m.Value)]))
            {
                if (name == "from") continue;
                if (!facts.TryGetValue(name, out var fact)) throw At(file, $"{path}.{name}", "is not a member that a step may state.");
                changed = WithFact(changed, fact, value, sources($"{path}.{name}"), file, $"{path}.{name}");
            }
            steps.Add(new InterestStep(new Cited<DateOnly>(from, sources(path + ".from")), changed with { Currency = null }));
        }
        return steps;
    }

    /// <summary>A fact of interest stands in a step by its own name, one of business days in a group.</summary>
    private static string StepPath(TermFact fact) => fact.Path.StartsWith("interest.", StringComparison.Ordinal) ? fact.Path["interest.".Length..] : fact.Path;

    private static readonly HashSet<string> Elsewhere = ["underwriters", "taps", "schedule", "agents", "sources", "gaps"];
    private static readonly HashSet<string> Groups = ["identifiers", "closing", "interest", "businessDays"];
    private static readonly HashSet<string> Ruled = ["dayRules", "payment", "defaultedInterest", "exchange", "rateNotices"];
    private static readonly HashSet<string> Opaque = ["dayRules", "payment", "rateNotices", "redemption", "defaultedInterest", "exchange", "amendment", "tax", "guarantee"];

    private static IEnumerable<(string Path, JsonNode? Node)> Leaves(JsonObject root, Dictionary<string, TermFact> known, string file)
    {
        foreach (var (name, node) in root)
        {
            if (Elsewhere.Contains(name)) continue;
            if (Groups.Contains(name))
            {
                if (node is null) continue;
                foreach (var (inner, value) in Object(node, name, file))
                    if ((name, inner) != ("interest", "then")) yield return ($"{name}.{inner}", value);
            }
            else if (Opaque.Contains(name) && node is not JsonValue)
            {
                // Carried as it stands; a rule that reads inside it does so where it is applied.
                if (known.ContainsKey(name) && node is not null) yield return (name, JsonValue.Create(node.ToJsonString()));
            }
            else
            {
                yield return (name, node);
            }
        }
    }

    private static void Put(JsonObject root, string path, JsonNode? value)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            root[path] = value;
            return;
        }
        if (root[path[..dot]] is not JsonObject group) root[path[..dot]] = group = [];
        group[path[(dot + 1)..]] = value;
    }

    private static JsonNode Shape(Terms terms, string path) => path switch
    {
        "interest.paymentDates" => terms.Interest.PaymentDates!.Value.Match<JsonNode>(
            o => Days(o.Days), m => new JsonObject { ["everyMonths"] = 1, ["day"] = m.Day }),
        "interest.indexTenorMonths" => terms.Interest.IndexTenorMonths!.Value,
        "interest.endOfMonth" => terms.Interest.EndOfMonth!.Value,
        "interest.fixing" => WriteFixing(terms.Interest.Fixing!.Value),
        "interest.compounding" => WriteCompounding(terms.Interest.Compounding!.Value),
        "interest.rateRounding" => new JsonObject
        {
            ["unit"] = terms.Interest.RateRounding!.Value.Unit.ToString(CultureInfo.InvariantCulture),
            ["direction"] = Names.Of(terms.Interest.RateRounding.Value.Direction),
        },
        "interest.fallback" => WriteFallback(terms.Interest.Fallback!.Value),
        "interest.rounding" => WriteRounding(terms.Interest.Rounding!.Value),
        "businessDays.calendars" => Calendars(terms.BusinessDays.Calendars!.Value),
        "recordDate" => terms.RecordDate!.Value.Match<JsonNode>(
            o => new JsonObject { ["dates"] = Days(o.Days) },
            b => new JsonObject { ["businessDaysBefore"] = b.Days, ["calendars"] = b.Calendars is { } set ? Calendars(set) : null },
            c => new JsonObject { ["calendarDaysBefore"] = c.Days }),
        "denomination" => new JsonObject
        {
            ["minimum"] = terms.Denomination!.Value.Minimum.ToString(),
            ["multiple"] = terms.Denomination.Value.Multiple.ToString(),
        },
        _ => throw new InvalidOperationException(path),
    };

    private static JsonArray Days(IEnumerable<MonthDay> days) => new([.. days.Select(d => (JsonNode)d.ToString())]);

    private static JsonArray Calendars(CalendarSet set) => new([.. set.Names.Select(n => (JsonNode)n)]);

    private static JsonObject WriteFixing(FixingRule rule)
    {
        var json = new JsonObject { ["businessDaysBefore"] = rule.BusinessDaysBefore, ["calendars"] = Calendars(rule.Calendars) };
        if (rule.Time is { } time) json["time"] = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (rule.Zone is { } zone) json["zone"] = zone;
        return json;
    }

    private static JsonObject WriteCompounding(Compounding compounding)
    {
        var json = new JsonObject { ["method"] = Names.Of(compounding.Method) };
        if (compounding.Lookback > 0) json["lookback"] = compounding.Lookback;
        if (compounding.Lookback > 0 && compounding.Weights == ObservationWeights.ObservationPeriod) json["shift"] = true;
        return json;
    }

    private static JsonObject WriteFallback(RateFallback fallback) => new()
    {
        ["polls"] = new JsonArray([.. fallback.Polls.Select(p =>
        {
            var json = new JsonObject { ["market"] = p.Market, ["asked"] = p.Asked, ["needed"] = p.Needed, ["time"] = p.Time.ToString("HH:mm", CultureInfo.InvariantCulture), ["zone"] = p.Zone };
            if (p.Consult == Consultation.Issuer) json["consult"] = "issuer";
            return json;
        })]),
        ["last"] = Names.Of(fallback.Last),
    };

    private static JsonObject WriteRounding(Rounding rounding)
    {
        var json = new JsonObject();
        if (rounding.Level is { } level) json["level"] = Names.Of(level);
        if (rounding.CalculationAmount is { } amount) json["calculationAmount"] = amount.ToString(CultureInfo.InvariantCulture);
        json["unit"] = rounding.Unit.ToString(CultureInfo.InvariantCulture);
        json["direction"] = Names.Of(rounding.Direction);
        return json;
    }

    /// <summary>The normalised text (and unit) that <see cref="TermFact"/> reads, from the JSON form.</summary>
    private static (string Text, string? Unit) Unshape(JsonNode node, string shape, string path, string file)
    {
        switch (shape)
        {
            case "interest.paymentDates" when node is JsonArray listed:
                return (string.Join(",", listed.Select(d => Text(d, file, path))), null);
            case "interest.paymentDates":
                var every = Object(node, path, file);
                if (Whole(every["everyMonths"], file, path + ".everyMonths") != 1) throw At(file, path + ".everyMonths", "only 1 (monthly) is taken; list the days of the year instead.");
                return ($"day {Whole(every["day"], file, path + ".day")} monthly", null);
            case "interest.indexTenorMonths":
                return (Whole(node, file, path).ToString(CultureInfo.InvariantCulture), null);
            case "interest.endOfMonth":
                return (node.GetValueKind() switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => throw At(file, path, "is not true or false.") }, null);
            case "interest.fixing":
                var fixing = Object(node, path, file);
                return ($"{Whole(fixing["businessDaysBefore"], file, path + ".businessDaysBefore")} {string.Join("+", List(fixing["calendars"], file, path + ".calendars"))} business days before", null);
            case "interest.rounding":
                var rounding = Object(node, path, file);
                return ($"{Text(rounding["unit"], file, path + ".unit")} {Text(rounding["direction"], file, path + ".direction")}" +
                        (rounding["level"] is { } level ? $" per {Text(level, file, path + ".level")}" : "") +
                        (rounding["calculationAmount"] is { } amount ? $" of {Text(amount, file, path + ".calculationAmount")}" : ""), null);
            case "interest.rateRounding":
                var rate = Object(node, path, file);
                return ($"{Text(rate["unit"], file, path + ".unit")} {Text(rate["direction"], file, path + ".direction")}", null);
            case "interest.fallback":
                var fallback = Object(node, path, file);
                return (string.Concat(Items(fallback["polls"], path + ".polls", file).Select(p =>
                    $"{Text(p.Item["market"], file, p.Path + ".market")} {Whole(p.Item["needed"], file, p.Path + ".needed")} of {Whole(p.Item["asked"], file, p.Path + ".asked")} at {Text(p.Item["time"], file, p.Path + ".time")} " +
                    $"{Text(p.Item["zone"], file, p.Path + ".zone")}{(p.Item["consult"] is { } consulted ? $" after consulting {Text(consulted, file, p.Path + ".consult")}" : "")}; ")) +
                    $"then {Text(fallback["last"], file, path + ".last")}", null);
            case "interest.compounding":
                var compounding = Object(node, path, file);
                var lookback = compounding["lookback"] is { } days ? Whole(days, file, path + ".lookback") : 0;
                // "shift": true moves the period by the lookback; a number is the lookback itself and moves the period.
                var shift = compounding["shift"] switch { null => 0, JsonValue v when v.TryGetValue<bool>(out var moved) => moved ? lookback : 0, var number => Whole(number, file, path + ".shift") };
                if (compounding["shift"] is JsonValue stated && (!stated.TryGetValue<bool>(out var yes) || yes) && (shift == 0 || (lookback != 0 && lookback != shift)))
                    throw At(file, path + ".shift", "is true beside a lookback above zero, or a number of business days without another lookback.");
                lookback = Math.Max(lookback, shift);
                return (Text(compounding["method"], file, path + ".method") + (lookback == 0 ? "" : $", lookback {lookback.ToString(CultureInfo.InvariantCulture)}") + (shift > 0 ? ", observation shift" : ""), null);
            case "businessDays.calendars":
                return (string.Join(",", List(node, file, path)), null);
            case "recordDate":
                var rule = Object(node, path, file);
                if (rule["dates"] is { } dates) return (string.Join(",", List(dates, file, path + ".dates")), null);
                if (rule["calendarDaysBefore"] is { } calendarDays) return ($"{Whole(calendarDays, file, path)} calendar days before", null);
                return ($"{Whole(rule["businessDaysBefore"], file, path + ".businessDaysBefore")} business days before",
                    rule["calendars"] is { } set ? string.Join(",", List(set, file, path + ".calendars")) : null);
            case "denomination":
                var denomination = Object(node, path, file);
                return ($"{Text(denomination["minimum"], file, path + ".minimum")} and multiples of {Text(denomination["multiple"], file, path + ".multiple")}", null);
            default:
                throw new InvalidOperationException(shape);
        }
    }

    private static Terms WithFixing(Terms terms, JsonObject fixing, string file)
    {
        if (terms.Interest.Fixing is not { } cited) return terms;
        TimeOnly? time = null;
        if (fixing["time"] is { } node)
            time = TimeOnly.TryParseExact(Text(node, file, "interest.fixing.time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
                ? parsed
                : throw At(file, "interest.fixing.time", "is not a time such as 11:00.");
        var zone = fixing["zone"] is { } named ? Text(named, file, "interest.fixing.zone") : null;
        return terms with { Interest = terms.Interest with { Fixing = cited with { Value = cited.Value with { Time = time, Zone = zone } } } };
    }

    private static JsonArray WriteUnderwriters(IReadOnlyList<Underwriter> underwriters, string path, JsonObject sources) =>
        new([.. underwriters.Select((u, i) =>
        {
            sources[$"{path}[{i}]"] = WriteSources([.. u.Name.Sources.Union(u.Principal.Sources)]);
            return new JsonObject { ["name"] = u.Name.Value, ["principal"] = u.Principal.Value.ToString() };
        })]);

    private static IReadOnlyList<Underwriter> ReadUnderwriters(JsonNode? node, string path, Terms terms, Func<string, IReadOnlyList<Source>> sources, string file) =>
        [.. Items(node, path, file).Select(u => new Underwriter(
            new Cited<string>(Text(u.Item["name"], file, u.Path + ".name"), sources(u.Path)),
            new Cited<Money>(Amount(u.Item["principal"], terms, file, u.Path + ".principal"), sources(u.Path))))];

    private static JsonObject WriteTap(Tap tap, string path, JsonObject sources)
    {
        var json = new JsonObject { ["offering"] = tap.Offering };
        Field("issueDate", tap.IssueDate, Print);
        Field("principal", tap.Principal, m => m.ToString());
        Field("purchasePrice", tap.PurchasePrice, p => p.ToString());
        Field("publicPrice", tap.PublicPrice, p => p.ToString());
        Field("accruedFrom", tap.AccruedFrom, Print);
        if (tap.Underwriters.Count > 0) json["underwriters"] = WriteUnderwriters(tap.Underwriters, path + ".underwriters", sources);
        return json;

        void Field<T>(string name, Cited<T>? cited, Func<T, string> print) where T : notnull
        {
            if (cited is null) return;
            json[name] = print(cited.Value);
            sources[$"{path}.{name}"] = WriteSources(cited.Sources);
        }
    }

    private static Tap ReadTap(JsonObject json, string path, Terms terms, Func<string, IReadOnlyList<Source>> sources, string file)
    {
        return new Tap(Text(json["offering"], file, path + ".offering"),
            Field("issueDate", TermFact.Day), Field("principal", s => Money.Parse(s, CurrencyOf(terms, file, path))),
            Field("purchasePrice", Percent.Parse), Field("publicPrice", Percent.Parse), Field("accruedFrom", TermFact.Day),
            ReadUnderwriters(json["underwriters"], path + ".underwriters", terms, sources, file));

        Cited<T>? Field<T>(string name, Func<string, Outcome<T>> parse) where T : notnull =>
            json[name] is { } node ? new Cited<T>(Take(parse(Text(node, file, $"{path}.{name}")), file, $"{path}.{name}"), sources($"{path}.{name}")) : null;
    }

    private static JsonObject WriteGrid(Grid grid)
    {
        var json = new JsonObject { ["effective"] = Print(grid.Effective), ["termination"] = Print(grid.Termination) };
        if (grid.TenorMonths is { } months) json["tenorMonths"] = months;
        if (grid.TenorDays is { } days) json["tenorDays"] = days;
        json["rule"] = grid.Backward ? "backward" : "forward";
        if (grid.First is { } first) json["first"] = Print(first);
        if (grid.NextToLast is { } last) json["nextToLast"] = Print(last);
        if (grid.Dates is { } dates) json["dates"] = new JsonArray([.. dates.Select(d => (JsonNode)Print(d))]);
        return json;
    }

    private static Grid ReadGrid(JsonObject json, string file)
    {
        var rule = json["rule"] is { } node ? Text(node, file, "schedule.rule") : "backward";
        if (rule is not ("backward" or "forward")) throw At(file, "schedule.rule", "is not one of backward, forward.");
        return new Grid(Day("effective"), Day("termination"),
            json["tenorMonths"] is { } months ? Whole(months, file, "schedule.tenorMonths") : null,
            json["tenorDays"] is { } days ? Whole(days, file, "schedule.tenorDays") : null,
            rule == "backward",
            json["first"] is null ? null : Day("first"),
            json["nextToLast"] is null ? null : Day("nextToLast"),
            json["dates"] is { } dates ? [.. List(dates, file, "schedule.dates").Select(d => Take(TermFact.Day(d), file, "schedule.dates"))] : null);

        DateOnly Day(string name) => Take(TermFact.Day(Text(json[name], file, "schedule." + name)), file, "schedule." + name);
    }

    private static JsonArray WriteSources(IReadOnlyList<Source> sources) => new([.. sources.Select(s => (JsonNode)WriteSource(s))]);

    public static JsonObject WriteSource(Source source) => source.Match(
        d =>
        {
            var json = new JsonObject { ["kind"] = "document", ["sha256"] = d.Sha256, ["start"] = d.Start, ["end"] = d.End, ["quote"] = d.Quote };
            if (d.Part is not null) json["part"] = d.Part;
            return json;
        },
        p => new JsonObject { ["kind"] = "person", ["who"] = p.Who, ["why"] = p.Why, ["replaced"] = p.Replaced },
        a => new JsonObject { ["kind"] = "assumption", ["who"] = a.Who, ["why"] = a.Why },
        i => new JsonObject { ["kind"] = "import", ["file"] = i.File, ["row"] = i.Row });

    private static Func<string, IReadOnlyList<Source>> Sources(JsonObject root, string file)
    {
        var given = root["sources"] is { } node ? Object(node, "sources", file) : [];
        return path => given[path] is JsonArray list && list.Count > 0
            ? [.. list.Select(s => ReadSource(Object(s, $"sources.{path}", file), $"sources.{path}", file))]
            : [new Source.Import(file, path)];
    }

    private static Source ReadSource(JsonObject json, string path, string file) => Text(json["kind"], file, path + ".kind") switch
    {
        "document" => new Source.Document(Text(json["sha256"], file, path), Whole(json["start"], file, path), Whole(json["end"], file, path), Text(json["quote"], file, path),
            json["part"] is { } part ? Text(part, file, path) : null),
        "person" => new Source.Person(Text(json["who"], file, path), Text(json["why"], file, path), json["replaced"] is { } replaced ? Text(replaced, file, path) : null),
        "assumption" => new Source.Assumption(Text(json["who"], file, path), Text(json["why"], file, path)),
        "import" => new Source.Import(Text(json["file"], file, path), Text(json["row"], file, path)),
        var other => throw At(file, path, $"\"{other}\" is not one of document, person, assumption, import."),
    };

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Money Amount(JsonNode? node, Terms terms, string file, string path) => Take(Money.Parse(Text(node, file, path), CurrencyOf(terms, file, path)), file, path);

    private static Currency CurrencyOf(Terms terms, string file, string path) => terms.Currency?.Value ?? throw At(file, path, "an amount needs the currency.");

    private static string Text(JsonNode? node, string file, string path) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        null => throw At(file, path, "is missing."),
        _ => throw At(file, path, "is not a string."),
    };

    private static int Whole(JsonNode? node, string file, string path) =>
        node is JsonValue value && value.TryGetValue<int>(out var whole) ? whole : throw At(file, path, node is null ? "is missing." : "is not a whole number.");

    private static JsonObject Object(JsonNode? node, string path, string file) => node as JsonObject ?? throw At(file, path, "is not an object.");

    private static IEnumerable<string> List(JsonNode? node, string file, string path) =>
        node is JsonArray list ? list.Select(item => Text(item, file, path)) : throw At(file, path, "is not a list.");

    private static IEnumerable<(JsonObject Item, string Path)> Items(JsonNode? node, string path, string file) => node switch
    {
        null => [],
        JsonArray list => list.Select((item, i) => (Object(item, $"{path}[{i}]", file), $"{path}[{i}]")),
        _ => throw At(file, path, "is not a list."),
    };
}
