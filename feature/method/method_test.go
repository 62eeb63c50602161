package method

import (
	"errors"
	"testing"

	"erba/kernel"
)

func key(err error) string {
	if f, is := errors.AsType[*kernel.Fault](err); is {
		return f.Key
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestWhichVersionHolds(t *testing.T) {
	may, june, july := kernel.On(2026, 5, 31), kernel.On(2026, 6, 1), kernel.On(2026, 7, 1)
	tests := map[string]struct {
		begin []kernel.Date // of versions 2, 3 …
		on    kernel.Date
		want  int64
	}{
		"nobody has decided anything":                        {nil, june, 1},
		"the only one has begun":                             {[]kernel.Date{june}, june, 2},
		"on the day before it begins the default holds":      {[]kernel.Date{june}, may, 1},
		"the one before holds until the next begins":         {[]kernel.Date{may, july}, june, 2},
		"from its first day on the next one holds":           {[]kernel.Date{may, july}, july, 3},
		"a later decision that begins earlier comes first":   {[]kernel.Date{july, june}, june, 3},
		"and the earlier one never takes its place any more": {[]kernel.Date{july, june}, july, 3},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var all []Version
			for i, on := range tt.begin {
				all = append(all, Version{Number: int64(i) + 2, Effective: on})
			}
			if got := numberAt(all, holding(all, tt.on)); got != tt.want {
				t.Errorf("version %d holds, want %d", got, tt.want)
			}
		})
	}
}

func TestASubmission(t *testing.T) {
	today := kernel.On(2026, 6, 30)
	tests := map[string]struct {
		say  Submission
		want string
	}{
		"from the approval on": {Submission{Reason: "fewer A"}, ""},
		"from today on":        {Submission{"fewer A", today}, ""},
		"from some day on":     {Submission{"fewer A", today.Add(93)}, ""},
		"from yesterday on":    {Submission{"fewer A", today.Add(-1)}, "method.in_the_past"},
		"without a reason":     {Submission{"  ", today}, "approval.no_reason"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := key(tt.say.Check(today)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// What is approved after the day it named begins on the day of the approval.
func TestNothingBeginsBeforeItWasDecided(t *testing.T) {
	today := kernel.On(2026, 6, 30)
	for _, day := range []kernel.Date{today.Add(-3), today} {
		if v := (change{Base: 4, Effective: day}).version(kernel.NewID(), today); v.Effective != today || v.Number != 5 {
			t.Errorf("asked for %s it is %+v", day, v)
		}
	}
	if v := (change{Effective: today.Add(1)}).version(kernel.NewID(), today); v.Effective != today.Add(1) {
		t.Errorf("%+v", v)
	}
}
