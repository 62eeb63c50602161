package grid

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

const yuan = 100

func TestM15(t *testing.T) {
	tests := map[string]struct {
		sales, demand int64
		want          Place
	}{
		"80,000 of 2,500,000":                   {80_000 * yuan, 2_500_000 * yuan, Place{1, 4, A, true, false}},
		"300,000 of 2,000,000":                  {300_000 * yuan, 2_000_000 * yuan, Place{2, 4, B, true, false}},
		"nothing of nothing":                    {0, 0, Place{0, 0, C, true, false}},
		"600,000 of 400,000 is to be verified":  {600_000 * yuan, 400_000 * yuan, Place{3, 2, B, true, true}},
		"an unknown demand is no class":         {600_000 * yuan, Unknown, Place{X: 3}},
		"returns above sales are no purchase":   {-5, 1, Place{0, 1, C, true, false}},
		"the first break belongs to the higher": {100_000 * yuan, 100_000 * yuan, Place{2, 2, C, true, false}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if got := cfg.Place(tt.sales, tt.demand); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// The completed table of the specification, from Y = 4 down; what stands in
// small letters is to be verified, with the class of (Y', Y') or (X, X).
func TestM15CompletedTable(t *testing.T) {
	cfg := Default()
	for down, row := range []string{"AABAA", "AABBa", "BCCba", "CCcba", "Cccba"} {
		for x, letter := range row {
			y := 4 - down
			got := cfg.At(uint8(x), uint8(y))
			if want := strings.ToUpper(string(letter)); got.Class.String() != want || got.Conflict != unicode.IsLower(letter) {
				t.Errorf("(%d,%d) is %+v, want %c", x, y, got, letter)
			}
		}
	}
}

func TestM15VIP(t *testing.T) {
	cfg := Default()
	if !cfg.VIP(5, true) || cfg.VIP(5, false) || cfg.VIP(3, true) || cfg.At(0, 0).Class != C {
		t.Error("influence 5, approved, at (0,0) is a VIP with secondary class C")
	}
}

// The published cells are the authority, word for word, with the pairs of them
// that contradict "more is better".
func TestM15PublishedTable(t *testing.T) {
	want := map[[2]uint8]Class{{1, 4}: A, {0, 3}: A, {1, 3}: A, {4, 4}: A, {3, 4}: A, {2, 4}: B, {0, 2}: B, {0, 1}: C, {1, 2}: C, {1, 1}: C}
	published, contradictions := 0, 0
	for y := range uint8(5) {
		for x := range uint8(5) {
			if Published()[y][x] != want[[2]uint8{x, y}] {
				t.Errorf("(%d,%d) is %s", x, y, Published()[y][x])
			}
			if OriginOf(x, y) == FromSource {
				published++
			}
			for other, class := range want {
				if mine := want[[2]uint8{x, y}]; mine != None && x <= other[0] && y <= other[1] && mine < class {
					contradictions++
				}
			}
		}
	}
	if published != 10 || contradictions != 4 {
		t.Errorf("%d published cells, %d contradicting pairs", published, contradictions)
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}

func TestExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Default()
		amount := rapid.OneOf(rapid.Int64Range(-5, 3), rapid.Int64Range(0, 3_000_000_00))
		sales, demand := amount.Draw(t, "sales"), amount.Draw(t, "demand")
		for _, change := range cfg.Explain(sales, demand).Changes {
			s, d := sales, int64(change.To)
			if change.Key == "grid.sales" {
				s, d = d, demand
			}
			if got := cfg.Place(s, d).Class.Key(); got != change.Result {
				t.Fatalf("%+v gives %s", change, got)
			}
		}
	})
}
