package coverage

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/analysis/pyramid"
)

// M67 (e): 4 MAJOR (1 strategic), 12 NAMED, 90 NONNAMED and 1,000 MASS are 16
// people, and 14,400 hours, which are 16 persons.
func TestM67(t *testing.T) {
	cfg := Default()
	needs := cfg.Needs([5]int{pyramid.Major: 4, pyramid.Named: 12, pyramid.NonNamed: 90, pyramid.Mass: 1000}, [5]int{pyramid.Major: 1})
	people, persons, hours := cfg.Total(needs)
	if people != 16 || persons != 16 || hours != 14_400*million {
		t.Errorf("%d people, %d persons, %d hours", people, persons, hours/million)
	}
	for at, want := range []struct{ people, hours int }{{6, 5400}, {3, 2700}, {3, 2700}, {4, 3600}} {
		if n := needs[at]; n.People != want.people || n.Hours != int64(want.hours)*million {
			t.Errorf("%s: %d people, %d hours, want %+v", n.Tier, n.People, n.Hours/million, want)
		}
	}
}

func TestConfigurationsThatMakeNoSense(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"a year without hours":                       func(c *Config) { c.Year = 0 },
		"a tier that gets more than the one above":   func(c *Config) { c.Named.Hours = 1000 },
		"nobody for an account":                      func(c *Config) { c.Mass.Each = 0 },
		"a strategic one that gets less than others": func(c *Config) { c.Strategic = 100 },
		"over-served below what it needs":            func(c *Config) { c.Over = 0.9 },
	} {
		cfg := Default()
		if err := cfg.Check(); err != nil {
			t.Fatal(err)
		}
		if change(&cfg); cfg.Check() == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

const (
	zhang = iota
	li
	wang
)

// few is a table of customers: tier, owner, and how often.
type few struct {
	tier  pyramid.Tier
	owner int32
	n     int
}

func table(all ...few) *Accounts {
	a := &Accounts{Helpers: map[int32][]int32{}}
	for _, f := range all {
		for range f.n {
			a.Tier, a.Owner = append(a.Tier, f.tier), append(a.Owner, f.owner)
			a.Value = append(a.Value, int64(1000-len(a.Tier)))
			a.Strategic, a.Exempt = append(a.Strategic, false), append(a.Exempt, false)
		}
	}
	return a
}

func staff(n int) []Person {
	cfg, all := Default(), make([]Person, n)
	for i := range all {
		all[i] = Person{Capacity: cfg.Capacity()}
	}
	return all
}

func TestViolations(t *testing.T) {
	tests := []struct {
		name   string
		set    *Accounts
		change func(*Accounts, []Person)
		want   []Violation
	}{
		{"a MAJOR alone", table(few{pyramid.Major, zhang, 1}), nil, nil},
		{"with one other account", table(few{pyramid.Major, zhang, 1}, few{pyramid.Mass, zhang, 1}), nil,
			[]Violation{{Shared, zhang, -1, pyramid.Major, 1, 0}}},
		{"with one that is flagged", table(few{pyramid.Major, zhang, 1}, few{pyramid.Mass, zhang, 1}),
			func(a *Accounts, _ []Person) { a.Exempt[1] = true }, nil},
		{"two MAJORs", table(few{pyramid.Major, zhang, 2}), nil, []Violation{{Crowded, zhang, -1, pyramid.Major, 2, 1}}},
		{"six NAMED", table(few{pyramid.Named, zhang, 6}), nil, nil},
		{"seven", table(few{pyramid.Named, zhang, 7}), nil, []Violation{{Crowded, zhang, -1, pyramid.Named, 7, 6}}},
		{"forty NONNAMED", table(few{pyramid.NonNamed, zhang, 40}), nil, nil},
		{"forty-one", table(few{pyramid.NonNamed, zhang, 41}), nil, []Violation{{Crowded, zhang, -1, pyramid.NonNamed, 41, 40}}},
		{"nobody for a NAMED", table(few{pyramid.Named, -1, 1}), nil, []Violation{{Nobody, -1, 0, pyramid.Named, 0, 1}}},
		{"nobody for a MASS", table(few{pyramid.Mass, -1, 1}), nil, nil},
		{"no tier", table(few{pyramid.None, -1, 1}), nil, nil},
		{"somebody who has left", table(few{pyramid.Mass, zhang, 1}), func(_ *Accounts, p []Person) { p[zhang].Gone = true },
			[]Violation{{Left, zhang, 0, pyramid.Mass, 0, 1}}},
		{"a strategic one with one helper", table(few{pyramid.Major, zhang, 1}),
			func(a *Accounts, _ []Person) { a.Strategic[0], a.Helpers[0] = true, []int32{li} }, []Violation{{Short, zhang, 0, pyramid.Major, 2, 3}}},
		{"with two", table(few{pyramid.Major, zhang, 1}),
			func(a *Accounts, _ []Person) { a.Strategic[0], a.Helpers[0] = true, []int32{li, wang} }, nil},
	}
	cfg := Default()
	for _, tt := range tests {
		people := staff(3)
		if tt.change != nil {
			tt.change(tt.set, people)
		}
		if got := cfg.Violations(tt.set, people, cfg.Loads(tt.set, 3)); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestSuggestions(t *testing.T) {
	tests := []struct {
		name   string
		set    *Accounts
		change func([]Person)
		moves  []Move
		stuck  []Stuck
	}{
		{"what fits stays", table(few{pyramid.Named, zhang, 4}), nil, nil, nil},
		{"a MAJOR among others goes to who is free", table(few{pyramid.Major, zhang, 1}, few{pyramid.NonNamed, zhang, 3}), nil,
			[]Move{{0, zhang, li, ByShared}}, nil},
		{"the others go if nobody is free for a MAJOR", table(few{pyramid.Major, zhang, 1}, few{pyramid.NonNamed, zhang, 2}, few{pyramid.Named, li, 1}, few{pyramid.Named, wang, 2}), nil,
			[]Move{{2, zhang, li, ByShared}, {1, zhang, li, ByShared}}, nil},
		{"so do those without a tier", table(few{pyramid.Major, zhang, 1}, few{pyramid.None, zhang, 1}, few{pyramid.Named, li, 1}, few{pyramid.Named, wang, 2}), nil,
			[]Move{{1, zhang, li, ByShared}}, nil},
		{"of seven NAMED the one that is worth least", table(few{pyramid.Named, zhang, 7}), func(p []Person) { p[zhang].Capacity *= 2 },
			[]Move{{6, zhang, li, ByCrowded}}, nil},
		{"hours that are too many", table(few{pyramid.Named, zhang, 4}, few{pyramid.NonNamed, zhang, 1}), nil,
			[]Move{{4, zhang, li, ByOverload}}, nil},
		{"somebody of the same line is asked first", table(few{pyramid.Named, zhang, 5}, few{pyramid.NonNamed, wang, 1}),
			func(p []Person) { p[li].Line = 7 }, []Move{{4, zhang, wang, ByOverload}}, nil},
		{"who is away gets nothing", table(few{pyramid.Named, zhang, 5}), func(p []Person) { p[li].Closed, p[wang].Closed = true, true },
			nil, []Stuck{{zhang, ByOverload, 5}}},
		{"what somebody left behind", table(few{pyramid.Mass, zhang, 1}, few{pyramid.Named, zhang, 1}), func(p []Person) { p[zhang].Gone = true },
			[]Move{{1, zhang, li, ByLeft}, {0, zhang, wang, ByLeft}}, nil},
		{"what nobody has", table(few{pyramid.Major, -1, 4}), nil,
			[]Move{{0, -1, zhang, ByNobody}, {1, -1, li, ByNobody}, {2, -1, wang, ByNobody}}, []Stuck{{-1, ByNobody, 1}}},
	}
	cfg := Default()
	for _, tt := range tests {
		people := staff(3)
		if tt.change != nil {
			tt.change(people)
		}
		moves, stuck := cfg.Suggest(tt.set, people)
		if !reflect.DeepEqual(moves, tt.moves) || !reflect.DeepEqual(stuck, tt.stuck) {
			t.Errorf("%s: %+v %+v, want %+v %+v", tt.name, moves, stuck, tt.moves, tt.stuck)
		}
	}
}

// Whatever customers and people there are: no customer moves twice, who gets one
// keeps within his hours and the rules, and nothing is worse than before.
func TestSuggestionsNeverHarm(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(r *rapid.T) {
		n, size := rapid.IntRange(1, 8).Draw(r, "people"), rapid.IntRange(0, 120).Draw(r, "accounts")
		people, a := staff(n), table()
		for i := range people {
			people[i].Gone, people[i].Closed = rapid.IntRange(0, 9).Draw(r, "gone") == 0, rapid.IntRange(0, 9).Draw(r, "closed") == 0
			people[i].Line = int32(rapid.IntRange(0, 2).Draw(r, "line"))
		}
		for range size {
			a.Tier = append(a.Tier, pyramid.Tier(rapid.IntRange(0, 4).Draw(r, "tier")))
			a.Owner = append(a.Owner, int32(rapid.IntRange(-1, n-1).Draw(r, "owner")))
			a.Value, a.Exempt = append(a.Value, int64(rapid.IntRange(0, 9).Draw(r, "value"))), append(a.Exempt, rapid.IntRange(0, 9).Draw(r, "exempt") == 0)
			a.Strategic = append(a.Strategic, false)
		}
		before, was := cfg.Loads(a, n), 0
		for _, v := range cfg.Violations(a, people, before) {
			was += max(1, v.Have-v.Most)
		}
		moves, _ := cfg.Suggest(a, people)
		again, _ := cfg.Suggest(a, people)
		if !reflect.DeepEqual(moves, again) {
			r.Fatal("the same customers lead to other moves")
		}
		moved, got := map[int32]bool{}, map[int32]bool{}
		for _, m := range moves {
			if moved[m.Row] || a.Owner[m.Row] != m.From || m.To < 0 || people[m.To].Gone || people[m.To].Closed {
				r.Fatalf("%+v", m)
			}
			moved[m.Row], got[m.To], a.Owner[m.Row] = true, true, m.To
		}
		after, is := cfg.Loads(a, n), 0
		for p := range after {
			if got[int32(p)] && after[p].Hours > people[p].Capacity {
				r.Fatalf("%d got more than he has time for", p)
			}
		}
		for _, v := range cfg.Violations(a, people, after) {
			is += max(1, v.Have-v.Most)
		}
		if is > was {
			r.Fatalf("%d instead of %d", is, was)
		}
	})
}

func TestFit(t *testing.T) {
	cfg := Default()
	tests := []struct {
		name  string
		tier  pyramid.Tier
		spent null.Number
		want  Fit
	}{
		{"a MASS with ten hours gets too much, though it is little", pyramid.Mass, 10, Enough},
		{"with twelve", pyramid.Mass, 12, Over},
		{"with none", pyramid.Mass, 0, Enough},
		{"a NAMED with half of its hours", pyramid.Named, 112.5, Enough},
		{"with less", pyramid.Named, 112, Under},
		{"with half as much again", pyramid.Named, 337.5, Enough},
		{"with more", pyramid.Named, 338, Over},
		{"of which nobody has recorded anything", pyramid.Named, null.None, Unknown},
		{"no tier", pyramid.None, 100, Unknown},
	}
	for _, tt := range tests {
		spent := tt.spent
		if spent.Known() {
			spent *= million
		}
		if got := cfg.Fit(tt.tier, false, spent); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		e := cfg.ExplainFit(tt.tier, false, spent)
		if e.Result != tt.want.Key() {
			t.Errorf("%s: explained as %s", tt.name, e.Result)
		}
		for _, c := range e.Changes {
			if got := cfg.Fit(tt.tier, false, null.Number(c.To)*million); got.Key() != c.Result {
				t.Errorf("%s: with %v hours it is %s, not %s", tt.name, c.To, got, c.Result)
			}
		}
	}
}
