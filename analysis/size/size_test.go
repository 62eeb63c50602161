package size

import "testing"

func TestM21(t *testing.T) {
	n := func(v int64) *int64 { return &v }
	tests := map[string]struct {
		employees, revenue *int64
		want               Class
	}{
		"350 employees but 15 million fail medium": {n(350), n(15_000_000_00), Small},
		"both at the cut of large":                 {n(1000), n(400_000_000_00), Large},
		"a huge company":                           {n(6000), n(5_000_000_000_00), Huge},
		"19 employees are micro":                   {n(19), n(400_000_000_00), Micro},
		"unknown revenue is no class":              {n(350), nil, Unknown},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Of(tt.employees, tt.revenue, Default()); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if e := Explain(tt.employees, tt.revenue, Default()); e.Result != tt.want.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestMoreThatWouldMakeTheCompanyLargerIsNamed(t *testing.T) {
	employees, revenue := int64(350), int64(15_000_000_00)
	e := Explain(&employees, &revenue, Default())
	if len(e.Changes) == 0 || e.Changes[0].Key != "size.revenue" || e.Changes[0].To != 20_000_000_00 || e.Changes[0].Result != "size.medium" {
		t.Errorf("%+v", e.Changes)
	}
}
