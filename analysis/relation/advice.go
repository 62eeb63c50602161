package relation

import "erba/analysis/layer"

// Rule is one piece of coaching: when it applies, how grave that is, and what it
// advises. A rule without words of its own says what its condition says.
type Rule struct {
	Name      string `json:"name"`
	Condition string `json:"condition" enum:"no_decision_maker,no_opponent_known,supporters_not_more,blocker,single_thread_theirs,single_thread_ours,champion_silent,layer_missing,power_unmet,role_unfilled,no_counterpart,level_gap,no_key_supporter,few_key_people,judgement_stale,sponsor"`
	Number    int    `json:"number"    minimum:"0" maximum:"1000" unit:"count"`
	Severity  string `json:"severity"  enum:"alert,warn,age,good"`
	Zh        string `json:"zh"`
	En        string `json:"en"`
	On        bool   `json:"on"`
}

// rules are the library as it comes.
var rules = []Rule{
	{Name: "no_decision_maker", Condition: "no_decision_maker", Severity: "alert", On: true},
	{Name: "blocker", Condition: "blocker", Severity: "alert", On: true},
	{Name: "single_thread_theirs", Condition: "single_thread_theirs", Severity: "alert", On: true},
	{Name: "no_key_supporter", Condition: "no_key_supporter", Severity: "alert", On: true},
	{Name: "supporters_not_more", Condition: "supporters_not_more", Severity: "alert", On: true},
	{Name: "single_thread_ours", Condition: "single_thread_ours", Severity: "warn", On: true},
	{Name: "champion_silent", Condition: "champion_silent", Number: 30, Severity: "warn", On: true},
	{Name: "power_unmet", Condition: "power_unmet", Number: 1, Severity: "warn", On: true},
	{Name: "layer_missing", Condition: "layer_missing", Severity: "warn", On: true},
	{Name: "role_unfilled", Condition: "role_unfilled", Severity: "warn", On: true},
	{Name: "no_opponent_known", Condition: "no_opponent_known", Number: 4, Severity: "warn", On: true},
	{Name: "few_key_people", Condition: "few_key_people", Number: 4, Severity: "warn", On: true},
	{Name: "no_counterpart", Condition: "no_counterpart", Severity: "warn", On: true},
	{Name: "level_gap", Condition: "level_gap", Number: 3, Severity: "warn", On: true},
	{Name: "judgement_stale", Condition: "judgement_stale", Number: 1, Severity: "age", On: true},
	{Name: "sponsor", Condition: "sponsor", Severity: "good", On: true},
}

// Advice is a rule that applies, with the people, layers or roles that it is about.
type Advice struct {
	Rule
	People []int    // places among the people
	Layers []string // that are missing
	Roles  []string // that nobody close to us has
	Count  int      // what was counted
	Days   int      // how long it has lasted, where that is the matter
}

// Advise are the rules that apply to a map, in the order of the library.
func (c Config) Advise(layers layer.Config, people []Person) (all []Advice) {
	if len(people) == 0 {
		return nil
	}
	m := c.Metrics(layers, people)
	for _, r := range c.Rules {
		if !r.On {
			continue
		}
		a := Advice{Rule: r}
		if c.applies(&a, m, layers, people) {
			all = append(all, a)
		}
	}
	return all
}

// applies reports whether the rule of an advice does, and says about whom.
func (c Config) applies(a *Advice, m Metrics, layers layer.Config, people []Person) bool {
	switch a.Condition {
	case "no_decision_maker":
		return len(these(people, Person.decides)) == 0
	case "single_thread_theirs":
		a.People, a.Count = these(people, c.reached), m.Strong
		return m.Single
	case "single_thread_ours":
		return c.oneOfUs(a, people)
	case "supporters_not_more":
		a.People = these(people, Person.opposes)
		a.Count = len(these(people, Person.supports))
		return len(a.People) > 0 && a.Count <= len(a.People)
	case "no_opponent_known":
		a.Count = len(these(people, func(p Person) bool { return p.Attitude != nil }))
		return a.Count >= max(1, a.Number) && len(these(people, Person.opposes)) == 0
	case "no_key_supporter":
		keys := these(people, c.strong)
		return len(keys) > 0 && len(these(people, func(p Person) bool { return c.strong(p) && p.supports() })) == 0
	case "few_key_people":
		a.Count = len(these(people, func(p Person) bool { return p.Influence >= structure }))
		return m.Judged > 0 && a.Count < a.Number
	case "layer_missing":
		for _, s := range layers.States(ranked(people)) {
			if !s.Covered {
				a.Layers = append(a.Layers, s.Layer)
			}
		}
		return len(a.Layers) > 0
	case "role_unfilled":
		for _, s := range c.States(people) {
			if s.Needed && s.Missing {
				a.Roles = append(a.Roles, s.Role)
			}
		}
		return len(a.Roles) > 0
	}
	a.People = these(people, c.about(a.Rule))
	a.Count = len(a.People)
	if a.Condition == silent {
		a.Days = a.Number // at least; who was never in touch has no day to count from
		for _, i := range a.People {
			a.Days = max(a.Days, people[i].Silent)
		}
	}
	return a.Count >= max(1, a.least())
}

// silent is the condition whose number is days.
const silent = "champion_silent"

// least is how many people it takes; where the number of a rule is days, one.
func (r Rule) least() int {
	if r.Condition == silent {
		return 1
	}
	return r.Number
}

// about says of whom a rule speaks that is about people one by one.
func (c Config) about(r Rule) func(Person) bool {
	switch r.Condition {
	case "blocker":
		return func(p Person) bool { return c.strong(p) && p.opposes() }
	case silent:
		return func(p Person) bool { return p.champions() && (p.Silent < 0 || p.Silent >= r.Number) }
	case "power_unmet":
		return func(p Person) bool { return c.strong(p) && !c.near(p) && p.Unmet }
	case "no_counterpart":
		return func(p Person) bool { return c.strong(p) && p.Counterpart == 0 }
	case "level_gap":
		return func(p Person) bool { return p.Now > 0 && p.Now < p.Wanted }
	case "judgement_stale":
		return func(p Person) bool { return p.Stale }
	case "sponsor":
		return func(p Person) bool { return c.reached(p) && p.supports() }
	}
	return func(Person) bool { return false }
}

// oneOfUs reports whether all who are close to us are in the hands of one of us.
func (c Config) oneOfUs(a *Advice, people []Person) bool {
	who := 0
	for i, p := range people {
		switch {
		case !c.near(p) || p.Counterpart == 0:
		case who != 0 && p.Counterpart != who:
			return false
		default:
			who, a.People = p.Counterpart, append(a.People, i)
		}
	}
	a.Count = len(a.People)
	return a.Count > 1
}

func (p Person) decides() bool   { return p.has(Decider) || p.has(Approver) }
func (p Person) supports() bool  { return p.stands(inFavour) }
func (p Person) champions() bool { return p.stands(inside) || p.has(Coach) }

func these(people []Person, holds func(Person) bool) (places []int) {
	for i, p := range people {
		if holds(p) {
			places = append(places, i)
		}
	}
	return places
}

func ranked(people []Person) []layer.Person {
	all := make([]layer.Person, len(people))
	for i, p := range people {
		all[i] = layer.Person{Layer: p.Layer, Closeness: p.Closeness}
	}
	return all
}
