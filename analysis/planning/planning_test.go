package planning

import (
	"slices"
	"testing"
)

// done is a plan of which only some steps are not complete.
func done(open ...int) []Step {
	all := make([]Step, Steps)
	for i := range all {
		all[i] = Step{Number: i + 1, Begun: true}
		if slices.Contains(open, i+1) {
			all[i].Blocking = 1
		}
	}
	return all
}

// M94 (e): 6 of 8 are 75.0 %; the tier of C04 changes, and the status falls to
// 5 at most until its goal, coverage and resources were confirmed.
func TestM94(t *testing.T) {
	plan := done(5, 6)
	if n, share := Status(plan); n != 6 || share != 0.75 {
		t.Fatalf("%d, %v", n, share)
	}
	for _, number := range Resting() {
		plan[number-1].Stale++
	}
	if n, _ := Status(plan); n > 5 || n != 3 {
		t.Errorf("with stale marks: %d", n)
	}
	for i := range plan {
		plan[i].Stale = 0
	}
	if n, _ := Status(plan); n != 6 {
		t.Errorf("confirmed: %d", n)
	}
}

func TestAStepIsCompleteWhenNothingStandsAgainstIt(t *testing.T) {
	for sentence, tt := range map[string]struct {
		step Step
		want string
	}{
		"nobody stands against it":                    {Step{Begun: true}, Complete},
		"one account does":                            {Step{Begun: true, Blocking: 1}, Open},
		"there is nothing to judge by":                {Step{}, Open},
		"one has to be looked at again":               {Step{Begun: true, Stale: 1}, Stale},
		"one is missing and one stale: it is missing": {Step{Begun: true, Blocking: 1, Stale: 1}, Open},
		"what it looks at is not recorded yet":        {Step{Later: true, Begun: true}, Later},
	} {
		if got := tt.step.State(); got != tt.want {
			t.Errorf("%s: %s, want %s", sentence, got, tt.want)
		}
	}
}
