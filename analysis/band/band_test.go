package band

import (
	"errors"
	"slices"
	"testing"

	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
	"pgregory.net/rapid"
)

func TestM23Bands(t *testing.T) {
	ages := Set{20, 30, 40, 50}
	tests := map[string]struct {
		age      null.Number
		want     string
		from, to null.Number
	}{
		"30 is in 30~40":      {30, "band.between", 30, 40},
		"19 is below 20":      {19, "band.below", null.None, 20},
		"50 is 50 and above":  {50, "band.above", 50, null.None},
		"no age is no band":   {null.None, "band.unknown", null.None, null.None},
		"just below a break":  {29.999, "band.between", 20, 30},
		"below zero is below": {-4, "band.below", null.None, 20},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			key, from, to := ages.Label(ages.Of(tt.age))
			if key != tt.want || !same(from, tt.from) || !same(to, tt.to) {
				t.Errorf("got %s from %v to %v", key, from, to)
			}
		})
	}
}

func same(a, b null.Number) bool { return a.Known() == b.Known() && (!a.Known() || a == b) }

func TestM23BandsMustPartition(t *testing.T) {
	tests := map[string]struct {
		bands []Band
		want  string
	}{
		"three that touch":             {[]Band{{"a", null.None, 20}, {"b", 20, 30}, {"c", 30, null.None}}, ""},
		"one that holds everything":    {[]Band{{"a", null.None, null.None}}, ""},
		"none":                         {nil, "band.closed_end"},
		"nothing below 0":              {[]Band{{"a", 0, 20}, {"b", 20, null.None}}, "band.closed_end"},
		"nothing above 30":             {[]Band{{"a", null.None, 20}, {"b", 20, 30}}, "band.closed_end"},
		"a gap from 20 to 25":          {[]Band{{"a", null.None, 20}, {"b", 25, null.None}}, "band.gap"},
		"an overlap from 15 to 20":     {[]Band{{"a", null.None, 20}, {"b", 15, null.None}}, "band.overlap"},
		"two that are open above":      {[]Band{{"a", null.None, null.None}, {"b", 15, null.None}}, "band.overlap"},
		"a band that ends as it began": {[]Band{{"a", null.None, 20}, {"b", 20, 20}, {"c", 20, null.None}}, "band.empty"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Join(tt.bands)
			var fault *kernel.Fault
			if got := errors.As(err, &fault); got != (tt.want != "") || got && fault.Key != tt.want {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestBreaksRise(t *testing.T) {
	if (Set{1, 2, 2, 3}).Check() != nil || (Set{}).Check() != nil {
		t.Error("equal breaks are allowed, and so is none")
	}
	if (Set{2, 1}).Check() == nil || (Set{1, float64(null.None)}).Check() == nil {
		t.Error("breaks that fall, or are no number, are refused")
	}
}

// Every number lies in exactly the one band whose ends hold it.
func TestEveryNumberIsInOneBand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := Set(rapid.SliceOfNDistinct(rapid.Float64Range(-100, 100), 0, 6, rapid.ID[float64]).Draw(t, "breaks"))
		slices.Sort(set)
		n := null.Number(rapid.Float64Range(-120, 120).Draw(t, "number"))
		var holding []int
		for band := 1; band <= len(set)+1; band++ {
			from, to := set.ends(band)
			if (!from.Known() || n >= from) && (!to.Known() || n < to) {
				holding = append(holding, band)
			}
		}
		if !slices.Equal(holding, []int{set.Of(n)}) {
			t.Fatalf("%v lies in %v, found in %d", n, holding, set.Of(n))
		}
		if more := n + null.Number(rapid.Float64Range(0, 50).Draw(t, "more")); set.Of(more) < set.Of(n) {
			t.Fatalf("%v lies lower than %v", more, n)
		}
	})
}

func TestChangesComeTrue(t *testing.T) {
	set, name := Set{10, 20, 20, 30}, func(band int) string { return string(rune('a' + band)) }
	rapid.Check(t, func(t *rapid.T) {
		n := null.Of(rapid.IntRange(-5, 40).Draw(t, "number"))
		changes := set.Changes("x", why.Count, n, 1, name)
		if len(changes) == 0 {
			t.Fatal("with breaks there is always another band")
		}
		for _, c := range changes {
			back := c.To - 1
			if c.Difference < 0 {
				back = c.To + 1
			}
			if name(set.Of(null.Number(c.To))) != c.Result || name(set.Of(null.Number(back))) == c.Result {
				t.Fatalf("%+v is not the nearest value with that result", c)
			}
		}
	})
}
