package stage

import (
	"testing"

	"erba/kernel"
)

func TestM20(t *testing.T) {
	on := func(s string) (d kernel.Date) {
		if err := d.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := map[string]struct {
		first, last string
		want        Stage
	}{
		"first order five months ago is new":       {"2026-02-01", "2026-06-01", Stage{New, false}},
		"two years with us is stable":              {"2024-06-01", "2026-05-15", Stage{Stable, false}},
		"more than three years is old":             {"2022-01-01", "2026-06-01", Stage{Old, false}},
		"silent for more than a year is dormant":   {"2020-01-01", "2025-05-01", Stage{Dormant, false}},
		"silent for more than two years is lost":   {"2020-01-01", "2024-06-29", Stage{Lost, false}},
		"exactly two years ago is not yet lost":    {"2020-01-01", "2024-06-30", Stage{Dormant, false}},
		"exactly one year ago is not yet dormant":  {"2020-01-01", "2025-06-30", Stage{Old, true}},
		"silent for seven months is old, slowing":  {"2020-01-01", "2025-11-30", Stage{Old, true}},
		"exactly half a year with us is still new": {"2025-12-30", "2026-06-30", Stage{New, false}},
		"no order at all is potential":             {"", "", Stage{Potential, false}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			asOf := on("2026-06-30")
			if got := Of(on(tt.first), on(tt.last), asOf, Default()); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
			if e := Explain(on(tt.first), on(tt.last), asOf, Default()); e.Result != tt.want.Class.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}
