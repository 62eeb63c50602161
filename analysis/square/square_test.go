package square

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// M11 (e): (2, 4) is square 17, attained 2, potential 4, gap +2, ahead, next x to 3;
// (3, 3) is square 13, balanced, next x to 4; (5, 3) is square 15, gap −2, behind.
func TestM11(t *testing.T) {
	cfg := Default()
	for _, want := range []Place{
		{Point{2, 4}, 17, 2, 4, 2, Ahead, Point{3, 4}},
		{Point{3, 3}, 13, 3, 3, 0, Balanced, Point{4, 3}},
		{Point{5, 3}, 15, 3, 5, -2, Behind, Point{5, 4}},
	} {
		if got, err := cfg.Place(want.Point); err != nil || got != want {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

func TestOffTheGrid(t *testing.T) {
	cfg := Default()
	for _, p := range []Point{{0, 3}, {3, 0}, {6, 1}, {1, 6}, {-1, -1}} {
		if _, err := cfg.Place(p); err == nil {
			t.Errorf("%v is on the grid", p)
		}
	}
}

// From wherever one begins, the steps lead to the last square, one side at a time,
// and never away from each other once they are balanced.
func TestTheStepsLeadToTheLastSquare(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		p := Point{rapid.IntRange(1, 5).Draw(t, "x"), rapid.IntRange(1, 5).Draw(t, "y")}
		for steps := 10 - p.X - p.Y; steps > 0; steps-- {
			at, err := cfg.Place(p)
			if err != nil || at.Next.X+at.Next.Y != p.X+p.Y+1 {
				t.Fatalf("from %v to %v, %v", p, at.Next, err)
			}
			if gap := at.Next.Y - at.Next.X; max(gap, -gap) > max(1, at.Potential-at.Attained) {
				t.Fatalf("from %v to %v: further apart", p, at.Next)
			}
			p = at.Next
		}
		if at, _ := cfg.Place(p); p != (Point{5, 5}) || at.Next != p {
			t.Fatalf("ends at %v", p)
		}
	})
}

func TestEverySquareHasANumberOfItsOwn(t *testing.T) {
	seen := map[int]bool{}
	for x := 1; x <= 5; x++ {
		for y := 1; y <= 5; y++ {
			seen[Point{x, y}.Cell()] = true
		}
	}
	if len(seen) != 25 || seen[0] || seen[26] {
		t.Errorf("%v", seen)
	}
}

func TestWhatAnExplanationPromisesHolds(t *testing.T) {
	cfg := Default()
	for x := 1; x <= 5; x++ {
		for y := 1; y <= 5; y++ {
			e, err := cfg.Explain(Views, Point{x, y})
			if err != nil {
				t.Fatal(err)
			}
			for _, change := range e.Changes {
				p := Point{int(change.To), y}
				if change.Key == "square.views_y" {
					p = Point{x, int(change.To)}
				}
				if at, err := cfg.Place(p); err != nil || at.State.Key(Views) != change.Result {
					t.Errorf("%v with %+v is %s", Point{x, y}, change, at.State)
				}
			}
		}
	}
}

// What a company edits goes through JSON and back without loss.
func TestConfigurations(t *testing.T) {
	raw, err := json.Marshal(Default())
	if err != nil {
		t.Fatal(err)
	}
	var back Config
	if err := json.Unmarshal(raw, &back); err != nil || !reflect.DeepEqual(back, Default()) || back.Check() != nil {
		t.Errorf("%v, %v", err, back.Check())
	}
	for name, change := range map[string]func(*Config){
		"24 squares":                 func(c *Config) { c.Views.Cells = c.Views.Cells[1:] },
		"a square without a name":    func(c *Config) { c.Relationship.Cells[3].Name.English = "" },
		"a colour that there is not": func(c *Config) { c.Relationship.Cells[3].Colour = "pink" },
		"a level without a word":     func(c *Config) { c.Views.Y.Levels[4].Chinese = "" },
		"no gap at all":              func(c *Config) { c.Gap = 0 },
		"a template that is none":    func(c *Config) { c.Use = "other" },
	} {
		cfg := Default()
		if change(&cfg); cfg.Check() == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
