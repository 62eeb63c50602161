package servicing

import (
	"testing"

	"erba/analysis/null"
)

func TestM44(t *testing.T) {
	none, wan := null.None, null.Number(10_000_00)
	tests := map[string]struct {
		before, after Span
		kind          string
		marginal      null.Number
		pays          bool
	}{
		"80 to 88 for 1 % more":               {Span{80, 100 * wan, 0}, Span{88, 101 * wan, 0}, Better, 0, false},
		"50,000 more brought 65,000":          {Span{80, 500 * wan, 100 * wan}, Span{88, 505 * wan, 106.5 * wan}, Better, 1.30, true},
		"the same service for less":           {Span{80, 100, 0}, Span{80, 90, 0}, Cheaper, none, false},
		"better for more":                     {Span{80, 100, 50}, Span{90, 110, 55}, Both, 0.5, false},
		"better for less":                     {Span{80, 100, 0}, Span{90, 90, 0}, Best, none, false},
		"nothing has changed":                 {Span{80, 100, 0}, Span{81, 101, 0}, Same, 0, false},
		"2 % exactly is nothing":              {Span{50, 100, 0}, Span{51, 98, 0}, Same, none, false},
		"more than 2 % is something":          {Span{50, 100, 0}, Span{51.1, 100, 0}, Better, none, false},
		"dearer and no better":                {Span{80, 100, 0}, Span{80, 110, 0}, Dearer, 0, false},
		"worse for less is worse":             {Span{80, 100, 0}, Span{70, 50, 0}, Worse, none, false},
		"worse, and nobody knows what it is":  {Span{80, none, 0}, Span{70, 50, 0}, Worse, none, false},
		"nobody has rated the service before": {Span{none, 100, 0}, Span{70, 50, 0}, Unknown, none, false},
		"nobody has recorded the cost":        {Span{80, none, 0}, Span{90, none, 0}, Unknown, none, false},
		"from nothing there is no proportion": {Span{80, 0, 0}, Span{90, 10, 20}, Unknown, 2, true},
		"no cost stays no cost":               {Span{80, 0, 0}, Span{90, 0, 0}, Better, none, false},
		"what it brought is not known":        {Span{80, 100, none}, Span{90, 110, 20}, Both, none, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			r := cfg.Compare(tt.before, tt.after)
			if r.Type != tt.kind || r.Marginal.Known() != tt.marginal.Known() || r.Marginal.Known() && r.Marginal != tt.marginal || r.Pays != tt.pays {
				t.Errorf("got %+v", r)
			}
			if e := cfg.Explain(tt.before, tt.after); e.Result != "servicing."+tt.kind || len(e.Inputs) != 7 {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, c := range map[string]Config{"a band of everything": {0.9, 1}, "a band below nothing": {-0.1, 1}, "it pays to lose": {0.02, -1}} {
		if c.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
