package routine

import (
	"testing"

	"erba/kernel"
)

// M91 (e): 7 of 8 important customers were contacted: 87.5 %. A year from
// 2026-01-01 on has its second quarter from 04-01 to 06-30.
func TestM91(t *testing.T) {
	if got := Compliance(7, 8); got != 0.875 {
		t.Errorf("compliance %v", got)
	}
	if Compliance(0, 0).Known() {
		t.Error("nobody is important, and a part of them was contacted")
	}
	c := Default()
	if q2 := c.Tasks(Year, kernel.On(2026, 1, 1))[1]; q2 != (Task{"q2", kernel.On(2026, 4, 1), kernel.On(2026, 6, 30)}) {
		t.Errorf("second quarter: %+v", q2)
	}
}

func TestTasksFollowEachOther(t *testing.T) {
	c := Default()
	for _, tt := range []struct {
		template    Template
		from        kernel.Date
		count       int
		first, last kernel.Date // of the windows' ends
	}{
		{Year, kernel.On(2026, 1, 31), 4, kernel.On(2026, 4, 29), kernel.On(2027, 1, 30)},
		{Quarter, kernel.On(2026, 1, 1), 3, kernel.On(2026, 1, 31), kernel.On(2026, 3, 31)},
		{Weekly, kernel.On(2026, 7, 1), 13, kernel.On(2026, 7, 5), kernel.On(2026, 9, 27)}, // a Wednesday
		{Weekly, kernel.On(2026, 7, 5), 13, kernel.On(2026, 7, 5), kernel.On(2026, 9, 27)}, // a Sunday
		{Daily, kernel.On(2026, 7, 3), 20, kernel.On(2026, 7, 3), kernel.On(2026, 7, 30)},  // a Friday
		{"NONE", kernel.On(2026, 7, 3), 0, kernel.Date{}, kernel.Date{}},
	} {
		all := c.Tasks(tt.template, tt.from)
		if len(all) != tt.count {
			t.Errorf("%s: %d tasks", tt.template, len(all))
			continue
		}
		for i, one := range all {
			if one.Until.Compare(one.From) < 0 || i > 0 && one.From.Compare(all[i-1].Until) <= 0 {
				t.Errorf("%s: %+v after %+v", tt.template, one, all[max(0, i-1)])
			}
		}
		if n := len(all); n > 0 && (all[0].Until != tt.first || all[n-1].Until != tt.last) {
			t.Errorf("%s: ends on %v and %v", tt.template, all[0].Until, all[n-1].Until)
		}
	}
}
