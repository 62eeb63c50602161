package consensus

import (
	"testing"

	"erba/analysis/checklist"
	"erba/analysis/cross"
	"erba/analysis/null"
)

const (
	yes  = checklist.Yes
	no   = checklist.No
	open = checklist.Open
)

func TestM05(t *testing.T) {
	tests := map[string]struct {
		methods Methods
		want    Verdict
	}{
		"single index yes, pyramid no, scorecard yes": {Methods{yes, no, yes}, Propose},
		"all three":                              {Methods{yes, yes, yes}, Propose},
		"one of three":                           {Methods{yes, no, no}, Review},
		"none of three":                          {Methods{no, no, no}, Nothing},
		"two agree, the third has not spoken":    {Methods{yes, yes, open}, Propose},
		"one says yes, the others have not said": {Methods{open, open, yes}, Review},
		"nobody has spoken":                      {Methods{open, open, open}, Nothing},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			into := []Verdict{""}
			if cfg.VerdictAll([]Methods{tt.methods}, into); into[0] != tt.want {
				t.Errorf("got %s", into[0])
			}
			e := cfg.Explain(tt.methods, cfg.Keys(80, 70, 60, 90))
			if e.Result != tt.want.Key() {
				t.Errorf("explained as %+v", e)
			}
			for _, change := range e.Changes {
				if change.Result == e.Result {
					t.Errorf("%+v changes nothing", change)
				}
			}
		})
	}
}

func TestM05TwoKeys(t *testing.T) {
	tests := map[string]struct {
		finance, selling, customer, service null.Number
		profit, satisfied                   null.Number
		want                                Health
	}{
		"80, 70, 60 and 90":                  {80, 70, 60, 90, 75, 75, Model},
		"profitable and not satisfied":       {80, 70, 60, 40, 75, 50, Rescue},
		"satisfied and not profitable":       {20, 70, 60, 90, 45, 75, Earn},
		"neither":                            {20, 30, 40, 50, 25, 45, Rebuild},
		"exactly at both cuts":               {60, 60, 50, 70, 60, 60, Model},
		"nobody has asked about the service": {80, 70, 60, null.None, 75, null.None, None},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg, into := Default(), []Keys{{}}
			one := func(n null.Number) []null.Number { return []null.Number{n} }
			cfg.KeysAll(one(tt.finance), one(tt.selling), one(tt.customer), one(tt.service), into)
			got := into[0]
			if got.Health != tt.want || got.Profit != tt.profit || got.Service.Known() != tt.satisfied.Known() || got.Service.Known() && got.Service != tt.satisfied {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, cfg := range map[string]Config{
		"four of three methods":              {4, 1, cross.Cuts{X: 60, Y: 60}},
		"a review needs more than proposing": {1, 2, cross.Cuts{X: 60, Y: 60}},
		"a cut beyond the scale":             {2, 1, cross.Cuts{X: 160, Y: 60}},
	} {
		if cfg.Check() == nil {
			t.Errorf("%s are accepted", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
