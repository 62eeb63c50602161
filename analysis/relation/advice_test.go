package relation

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/layer"
)

// sound is a map of which nothing is to be said but that there is a sponsor.
func sound() []Person {
	all := []Person{
		{Influence: 5, Closeness: 4, Attitude: new(1), Layer: layer.Image, Roles: []string{Approver, "user"}, Counterpart: 1, Now: 3, Wanted: 3},
		{Influence: 5, Closeness: 4, Attitude: new(2), Layer: layer.Decision, Roles: []string{Decider, Coach}, Counterpart: 2, Now: 3, Wanted: 3},
		{Influence: 4, Closeness: 3, Attitude: new(1), Layer: layer.Implementation, Roles: []string{"buyer", "influencer"}, Counterpart: 1},
		{Influence: 3, Closeness: 3, Attitude: new(-1), Layer: layer.Usage, Counterpart: 1},
	}
	return all
}

func applying(people []Person) (rules []string) {
	for _, a := range Default().Advise(layer.Default(), people) {
		rules = append(rules, a.Name)
	}
	return rules
}

func TestEachRuleAppliesWhereItShould(t *testing.T) {
	if got := applying(sound()); !slices.Equal(got, []string{"sponsor"}) {
		t.Fatalf("a sound map: %v", got)
	}
	tests := map[string]func([]Person) []Person{
		"no_decision_maker":    func(p []Person) []Person { p[0].Roles, p[1].Roles = nil, nil; return p },
		"blocker":              func(p []Person) []Person { p[2].Attitude = new(-2); return p },
		"single_thread_theirs": func(p []Person) []Person { p[0].Closeness, p[1].Closeness = 2, 2; return p },
		"no_key_supporter":     func(p []Person) []Person { p[0].Attitude, p[1].Attitude, p[2].Attitude = new(0), nil, new(0); return p },
		"supporters_not_more":  func(p []Person) []Person { p[1].Attitude, p[0].Attitude = nil, nil; return p },
		"single_thread_ours":   func(p []Person) []Person { p[1].Counterpart = 1; return p },
		"champion_silent":      func(p []Person) []Person { p[1].Silent = 30; return p },
		"power_unmet":          func(p []Person) []Person { p[2].Closeness, p[2].Unmet = 1, true; return p },
		"layer_missing":        func(p []Person) []Person { p[3].Layer = ""; return p },
		"role_unfilled":        func(p []Person) []Person { p[2].Roles = []string{"buyer"}; return p },
		"no_opponent_known":    func(p []Person) []Person { p[3].Attitude = new(0); return p },
		"few_key_people":       func(p []Person) []Person { p[3].Influence = 2; return p },
		"no_counterpart":       func(p []Person) []Person { p[0].Counterpart = 0; return p },
		"level_gap":            func(p []Person) []Person { p[0].Wanted, p[1].Wanted, p[2].Now, p[2].Wanted = 4, 4, 1, 2; return p },
		"judgement_stale":      func(p []Person) []Person { p[3].Stale = true; return p },
	}
	for _, r := range rules {
		change, tested := tests[r.Condition]
		if !tested && r.Condition != "sponsor" {
			t.Errorf("nothing shows when %s applies", r.Condition)
		} else if tested && !slices.Contains(applying(change(sound())), r.Name) {
			t.Errorf("%s does not apply: %v", r.Name, applying(change(sound())))
		}
	}
	if got := applying(nil); got != nil {
		t.Errorf("of nobody there is nothing to say: %v", got)
	}
}

func TestRulesAreEdited(t *testing.T) {
	c := Default()
	c.Rules = []Rule{{Name: "ours", Condition: "judgement_stale", Number: 2, Severity: "alert", Zh: "该复核了", En: "look again", On: true}, {Name: "off", Condition: "sponsor", Severity: "good"}}
	people := sound()
	people[0].Stale = true
	if got := c.Advise(layer.Default(), people); got != nil {
		t.Errorf("one is less than two: %+v", got)
	}
	people[1].Stale = true
	if got := c.Advise(layer.Default(), people); len(got) != 1 || got[0].Zh != "该复核了" || !slices.Equal(got[0].People, []int{0, 1}) {
		t.Errorf("%+v", got)
	}
}

func TestConfigurationsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"relation.bad_key":      func(c *Config) { c.Roles[0].Key = "Ünknown key" },
		"relation.role_twice":   func(c *Config) { c.Roles = append(c.Roles, c.Roles[0]) },
		"relation.unnamed_role": func(c *Config) { c.Roles = append(c.Roles, Role{Key: "gatekeeper"}) },
		"relation.rule_twice":   func(c *Config) { c.Rules = append(c.Rules, c.Rules[0]) },
		"relation.half_said":    func(c *Config) { c.Rules[0].Zh = "只有中文" },
		"relation.too_many":     func(c *Config) { c.Roles = make([]Role, mostRoles+1) },
	}
	for want, change := range tests {
		c := Default()
		change(&c)
		if err := c.Check(); err == nil || err.Error()[:len(want)] != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	own := Default()
	own.Roles = append(own.Roles, Role{Key: "gatekeeper", Zh: "守门人", En: "Gatekeeper", Needed: true})
	if err := own.Check(); err != nil {
		t.Error(err)
	}
	before, after := Default().Metrics(layer.Default(), sound()), own.Metrics(layer.Default(), sound())
	if before.Roles != 1 || after.Roles >= before.Roles {
		t.Errorf("a role that a company adds is scored like the others: %v, then %v", before.Roles, after.Roles)
	}
}

func TestEveryGuideReachesEveryValue(t *testing.T) {
	for field, guide := range Guides {
		reached := map[string]bool{}
		for set := range 1 << len(guide.Questions) {
			answers := map[string]string{}
			for i, q := range guide.Questions {
				answers[q.Key] = No
				if set>>i&1 == 1 {
					answers[q.Key] = Yes
				}
			}
			value, _ := guide.Propose(answers)
			reached[value] = true
		}
		want := guide.Values
		for _, q := range guide.Questions {
			if q.Value != "" {
				want = append(want, q.Value)
			}
		}
		for _, value := range want {
			if !reached[value] {
				t.Errorf("no answers lead to %s %s", field, value)
			}
		}
	}
}

func TestNothingSeenProposesNothing(t *testing.T) {
	for field, guide := range Guides {
		answers := map[string]string{}
		for _, q := range guide.Questions {
			answers[q.Key] = Unknown
		}
		if value, why := guide.Propose(answers); value != "" || why != nil {
			t.Errorf("%s: %s %v", field, value, why)
		}
	}
}

// Whoever was seen to do one more thing that shows influence has no less of it.
func TestMoreInfluenceSeenIsNeverLess(t *testing.T) {
	guide := Guides["power"]
	rapid.Check(t, func(t *rapid.T) {
		answers := map[string]string{}
		for _, q := range guide.Questions {
			answers[q.Key] = rapid.SampledFrom([]string{Yes, No, Unknown}).Draw(t, q.Key)
		}
		before, _ := guide.Propose(answers)
		answers[rapid.SampledFrom([]string{"initiative", "consulted", "budget", "veto", "final_meeting", "published"}).Draw(t, "seen")] = Yes
		if after, _ := guide.Propose(answers); after < before && before != "" {
			t.Fatalf("%s, then %s", before, after)
		}
	})
}
