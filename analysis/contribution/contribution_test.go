package contribution

import (
	"slices"
	"testing"

	"erba/analysis/null"
	"pgregory.net/rapid"
)

func TestM26(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		costs           Costs
		want            null.Number
		within, overdue null.Number
	}{
		"300,000 less 40,000, 50,000 and 12,000 of credit":     {Costs{300_000_00, 40_000_00, 50_000_00, 150_000_00, 50_000_00, 77_00, 88_00}, 198_000_00, 9_000_00, 3_000_00},
		"costs that nobody has recorded are none":              {Costs{300_000_00, none, none, none, none, none, none}, 300_000_00, none, none},
		"without a gross profit nothing is known":              {Costs{none, 40_000_00, 0, 0, 0, none, none}, none, 0, 0},
		"more costs than profit":                               {Costs{10_00, 40_00, 0, 0, 0, none, none}, -30_00, 0, 0},
		"credit cost as recorded where no receivable is known": {Costs{10_00, none, none, none, none, 2_00, 1_00}, 7_00, 2_00, 1_00},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			within, overdue := cfg.Credit(tt.costs)
			if got := cfg.Of(tt.costs); !same(got, tt.want) || !same(within, tt.within) || !same(overdue, tt.overdue) {
				t.Errorf("%v, credit %v and %v", got, within, overdue)
			}
			if e := cfg.Explain(cfg.Grade([]null.Number{cfg.Of(tt.costs)}), 0, tt.costs); e.Model != "M26" || len(e.Inputs) < 6 {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func same(a, b null.Number) bool { return a.Known() == b.Known() && (!a.Known() || a == b) }

func TestM26Grades(t *testing.T) {
	cfg := Default()
	contributions := []null.Number{70, 15, 10, 5, 0, -40, null.None}
	grades := cfg.Grade(contributions).Grades
	// the shares before are 0, 70, 85 and 95 %: exactly 70 % is not below it
	if want := []Grade{A, B, B, C, C, C, None}; !slices.Equal(grades, want) {
		t.Errorf("%v", grades)
	}
}

func TestMoreContributionNeverWorsensTheGrade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		contributions := rapid.SliceOfN(rapid.Map(rapid.IntRange(-20, 100), null.Of[int]), 1, 12).Draw(t, "contributions")
		row, cfg := rapid.IntRange(0, len(contributions)-1).Draw(t, "row"), Default()
		graded, was := cfg.Grade(contributions), contributions[row]
		before := graded.Grades
		for _, change := range cfg.Explain(graded, row, Costs{}).Changes {
			contributions[row] = null.Number(change.To)
			if after := cfg.Grade(contributions).Grades[row]; after.Key() != change.Result {
				t.Fatalf("%+v gives %s", change, after.Key())
			}
		}
		contributions[row] = was + null.Of(rapid.IntRange(0, 100).Draw(t, "more"))
		if after := cfg.Grade(contributions).Grades[row]; after > before[row] {
			t.Fatalf("%s fell to %s", before[row].Key(), after.Key())
		}
	})
}

// Of 7, 1 and 2 the 1 is C. As a 2 it stands before the other one, and 7 of 11 are
// less than 70 %: there is no B between.
func TestAUnitMayLeadPastAGrade(t *testing.T) {
	cfg := Default()
	e := cfg.Explain(cfg.Grade([]null.Number{7, 1, 2}), 1, Costs{})
	if len(e.Changes) != 1 || e.Changes[0].To != 2 || e.Changes[0].Result != A.Key() {
		t.Errorf("%+v", e.Changes)
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, cfg := range map[string]Config{
		"shares that fall": {0.9, 0.7, 0.06}, "more than everything": {0.7, 1.1, 0.06}, "a rate that pays": {0.7, 0.9, -0.01},
	} {
		if cfg.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
