package opportunity

import (
	"testing"

	"erba/kernel"
	"erba/platform/db"
)

func TestADealBeginsAtItsFirstStepAndEndsWithAContract(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{})
		if d.Process != "full" || d.Stage != "plan" || d.Percent != 10 || d.State != Going || d.Row != g.mine {
			t.Fatalf("%+v", d)
		}
		d, err := g.Advance(g.As("rep"), d.ID, d.Version, "research", "")
		g.must(err)
		d, err = g.Close(g.As("rep"), d.ID, d.Version, Outcome{State: Won, Reason: "fit", Lesson: "早见决策人", Evidence: "合同 HT-2026-081"})
		g.must(err)
		d = g.deal("rep", d.ID)
		if d.State != Won || d.Percent != 100 || d.Closed != wednesday || d.Stage != "signing" || d.Lesson != "早见决策人" {
			t.Fatalf("%+v", d)
		}
		g.must(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
			went, err := moves(tx, d.ID)
			if err != nil || len(went) != 3 || went[2].State != Won || went[1].To != "research" || went[1].By == "" {
				t.Errorf("%+v %v", went, err)
			}
			n := 0
			err = g.History(tx, kernel.On(2026, 1, 1), func(one Deal, all []Move) error {
				n++
				if one.ID != d.ID || len(all) != 3 {
					t.Errorf("%+v %+v", one, all)
				}
				return nil
			})
			if n != 1 {
				t.Errorf("%d deals in the history", n)
			}
			return err
		}))
	})
}

func TestTheSameFileTwiceChangesNothing(t *testing.T) {
	on(t, func(g *ground) {
		file := []Deal{
			{Code: "A1", Name: "一", Account: g.mine, OwnerName: "外部", Process: "short", Stage: "offer", State: Won, Opened: kernel.On(2025, 1, 2),
				Closed: kernel.On(2025, 3, 1), Amount: new(int64(100))},
			{Code: "A2", Name: "二", OwnerName: "外部", Process: "short", Stage: "contact", Opened: kernel.On(2025, 2, 2)},
		}
		book := func() (inserted, updated, same int) {
			g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) (err error) {
				inserted, updated, same, err = g.Service.Book(tx, file)
				return err
			}))
			return
		}
		if n, u, s := book(); n != 2 || u != 0 || s != 0 {
			t.Fatal("first", n, u, s)
		}
		if n, u, s := book(); n != 0 || u != 0 || s != 2 {
			t.Fatal("again", n, u, s)
		}
		file[1].State, file[1].Closed = Lost, kernel.On(2025, 4, 4)
		if n, u, s := book(); n != 0 || u != 1 || s != 1 {
			t.Fatal("changed", n, u, s)
		}
	})
}
