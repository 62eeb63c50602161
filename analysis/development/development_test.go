package development

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
)

// M07 (e): orders 12, a manager, share 0.52, three levels, two departments, no
// team is stage 3; a share of 0.80 and four departments are missing for the
// fourth. With an unknown share it is stage 2.
func TestM07(t *testing.T) {
	cfg := Default()
	s := State{Orders: 12, Managed: true, Share: 0.52, Levels: 3, Departments: 2}
	if stage := cfg.Stage(&s); stage != Cooperative {
		t.Errorf("stage %d", stage)
	}
	missing := cfg.Missing(&s)
	if len(missing) != 2 || missing[0].Key != "development.share" || missing[0].Need != 0.8 || missing[0].Have != 0.52 ||
		missing[1].Key != "development.departments" || missing[1].Need != 4 || missing[1].Have != 2 {
		t.Errorf("missing %+v", missing)
	}
	s.Share = null.None
	if stage := cfg.Stage(&s); stage != Basic || cfg.Explain(&s).Rule != "development.rule_no_wallet" {
		t.Errorf("without a share stage %d, %s", stage, cfg.Explain(&s).Rule)
	}
}

func TestStages(t *testing.T) {
	whole := State{Orders: 40, Managed: true, Share: 0.8, Levels: 3, Departments: 4, Teams: 3, Transparent: true}
	for name, tt := range map[string]struct {
		change func(*State)
		want   int
	}{
		"everything, at the cuts":                            {func(*State) {}, Integrated},
		"costs are not laid open":                            {func(s *State) { s.Transparent = false }, Interdependent},
		"two teams only":                                     {func(s *State) { s.Teams = 2 }, Interdependent},
		"teams do not make up for departments":               {func(s *State) { s.Departments = 3 }, Cooperative},
		"a share just below the cut":                         {func(s *State) { s.Share = 0.7999 }, Cooperative},
		"two levels, whatever else":                          {func(s *State) { s.Levels = 2 }, Basic},
		"nobody is responsible, whatever else":               {func(s *State) { s.Managed = false }, Exploratory},
		"it has stopped ordering, whatever else":             {func(s *State) { s.Orders = 0 }, Exploratory},
		"nobody knows the share, whatever else":              {func(s *State) { s.Share = null.None }, Basic},
		"a share of nothing is known, and too small, as one": {func(s *State) { s.Share = 0 }, Basic},
	} {
		cfg, s := Default(), whole
		if tt.change(&s); cfg.Stage(&s) != tt.want {
			t.Errorf("%s: stage %d, want %d", name, cfg.Stage(&s), tt.want)
		}
	}
}

func states(t *rapid.T) State {
	s := State{Orders: rapid.IntRange(0, 3).Draw(t, "orders"), Managed: rapid.Bool().Draw(t, "managed"),
		Share: null.Of(rapid.IntRange(0, 10).Draw(t, "share")) / 10, Levels: rapid.IntRange(0, 6).Draw(t, "levels"),
		Departments: rapid.IntRange(0, 7).Draw(t, "departments"), Teams: rapid.IntRange(0, 6).Draw(t, "teams"), Transparent: rapid.Bool().Draw(t, "transparent")}
	if rapid.Bool().Draw(t, "unknown") {
		s.Share = null.None
	}
	return s
}

// A second way: the gates, one by one, say the same as the stage, and so does the batch.
func TestTheStageIsTheHighestGatePassedInARow(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		s := states(t)
		passed := 0
		for _, g := range cfg.Gates(&s) {
			if g.Passed != (g.Met && g.Stage == passed+1) {
				t.Fatalf("%+v after %d", g, passed)
			}
			if g.Passed {
				passed = g.Stage
			}
		}
		into := make([]uint8, 1)
		if cfg.Stages([]State{s}, into); passed != cfg.Stage(&s) || into[0] != uint8(passed) {
			t.Fatalf("gates say %d, the stage is %d, among all %d", passed, cfg.Stage(&s), into[0])
		}
		if missing := cfg.Missing(&s); (len(missing) == 0) != (passed == Integrated) {
			t.Fatalf("stage %d lacks %+v", passed, missing)
		}
	})
}

func TestMoreOfAnythingNeverLeadsLower(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		s := states(t)
		more := s
		switch rapid.IntRange(0, 6).Draw(t, "which") {
		case 0:
			more.Orders++
		case 1:
			more.Managed = true
		case 2:
			if more.Share += 0.1; !s.Share.Known() {
				more.Share = 0
			}
		case 3:
			more.Levels++
		case 4:
			more.Departments++
		case 5:
			more.Teams++
		case 6:
			more.Transparent = true
		}
		if cfg.Stage(&more) < cfg.Stage(&s) {
			t.Fatalf("%+v is stage %d, %+v stage %d", s, cfg.Stage(&s), more, cfg.Stage(&more))
		}
	})
}

// What an explanation promises holds: the step that it names leads to the stage that it names.
func TestTheStepOfAnExplanationLeadsOn(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		s := states(t)
		for _, change := range cfg.Explain(&s).Changes {
			more := s
			switch change.Key {
			case "development.orders":
				more.Orders = int(change.To)
			case "development.managed":
				more.Managed = change.To == 1
			case "development.share":
				more.Share = null.Number(change.To)
			case "development.levels":
				more.Levels = int(change.To)
			case "development.departments":
				more.Departments = int(change.To)
			case "development.teams":
				more.Teams = int(change.To)
			case "development.transparent":
				more.Transparent = change.To == 1
			}
			if Key(cfg.Stage(&more)) != change.Result || cfg.Stage(&more) <= cfg.Stage(&s) {
				t.Fatalf("%+v with %+v is stage %d", s, change, cfg.Stage(&more))
			}
		}
	})
}

func TestShapes(t *testing.T) {
	cfg := Default()
	for name, tt := range map[string]struct {
		through, all int
		want         Shape
	}{
		"nobody was in touch":                 {0, 0, ""},
		"seven of ten through the manager":    {7, 10, Bow},
		"sixty-nine of a hundred through him": {69, 100, Diamond},
		"none through him":                    {0, 4, Diamond},
	} {
		if got := cfg.Shape(tt.through, tt.all); got != tt.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestAims(t *testing.T) {
	for name, tt := range map[string]struct {
		stage, low, high, ceiling int
		want                      Aim
	}{
		"nothing is rated: the next stage":           {2, 0, 0, 0, Aim{3, "development.aim_next", 0, 0, false, 3}},
		"the top stays the top":                      {5, 0, 0, 0, Aim{5, "development.aim_next", 0, 0, false, 5}},
		"far below what its involvement asks for":    {1, 4, 5, 0, Aim{4, "development.aim_rated", 4, 5, false, 4}},
		"within it: the next":                        {4, 4, 5, 0, Aim{5, "development.aim_rated", 4, 5, false, 5}},
		"at the end of it":                           {3, 2, 3, 0, Aim{3, "development.aim_rated", 2, 3, false, 3}},
		"beyond what pays":                           {4, 2, 3, 0, Aim{3, "development.aim_beyond", 2, 3, false, 3}},
		"a customer who plays suppliers off":         {2, 4, 5, 3, Aim{3, "development.aim_rated", 4, 5, true, 4}},
		"such a customer, and nothing more is meant": {1, 2, 3, 3, Aim{2, "development.aim_rated", 2, 3, false, 2}},
	} {
		if got := AimOf(tt.stage, tt.low, tt.high, tt.ceiling); got != tt.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestDepartments(t *testing.T) {
	cfg := Default()
	for name, want := range map[string]int{"采购部": Purchasing, "技术中心": Research, "质量管理部": Quality, "生产部": Operations, "设备部": Operations,
		"仓储物流部": Logistics, "财务部": Finance, "董事会": Board, "Procurement": Purchasing, "R&D / Research": Research, "": -1, "工会": -1} {
		if got := cfg.Department(name); got != want {
			t.Errorf("%q is %d, want %d", name, got, want)
		}
	}
}

func TestConfigurationsThatMakeNoSense(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"a fourth gate below the third":        func(c *Config) { c.Most = 0.2 },
		"a share of nothing":                   func(c *Config) { c.Part = 0 },
		"more departments than there are":      func(c *Config) { c.Departments = 8 },
		"a manager who is none":                func(c *Config) { c.Manager = "boss" },
		"a department that no word tells":      func(c *Config) { c.Words[Board] = " " },
		"more than all contacts make a bow":    func(c *Config) { c.Bow = 1.1 },
		"orders that nobody needs":             func(c *Config) { c.Orders = 0 },
		"contacts of no day at all":            func(c *Config) { c.Days = 0 },
		"seven joint teams, and there are six": func(c *Config) { c.Teams = 7 },
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

// A share that nobody knows is no share of nothing.
func TestExplanationsNameEveryInput(t *testing.T) {
	cfg := Default()
	e := cfg.Explain(&State{Orders: 1, Managed: true, Share: null.None})
	var keys []string
	for _, f := range e.Inputs {
		keys = append(keys, f.Key)
	}
	want := []string{"development.orders", "development.managed", "development.share", "development.levels", "development.departments", "development.teams", "development.transparent"}
	if !reflect.DeepEqual(keys, want) || e.Inputs[2].Known {
		t.Errorf("%+v", e.Inputs)
	}
}
