package why

import (
	"reflect"
	"testing"
)

func TestTheNearestChangeComesFirstAndOncePerResult(t *testing.T) {
	e := Explanation{Changes: []Change{
		Instead("sales", Amount, 100, 300, "A"),
		Instead("sales", Amount, 100, 90, "C"),
		Instead("sales", Amount, 100, 150, "A"),
		Instead("demand", Amount, 10, 11, "A"),
	}}
	e.Sort()
	want := []Change{Instead("sales", Amount, 100, 90, "C"), Instead("demand", Amount, 10, 11, "A"), Instead("sales", Amount, 100, 150, "A")}
	if !reflect.DeepEqual(e.Changes, want) {
		t.Errorf("got %+v", e.Changes)
	}
}
