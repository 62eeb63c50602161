package opportunity

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

func TestTheStoryOfAnAccountTellsOfItsDeals(t *testing.T) {
	on(t, func(g *ground) {
		d := g.opened("rep", Deal{Name: "备件年框"})
		d, err := g.Advance(g.As("rep"), d.ID, d.Version, "research", "")
		g.must(err)
		_, err = g.Close(g.As("rep"), d.ID, d.Version, Outcome{State: Lost, Reason: "price", Lesson: "早问预算"})
		g.must(err)
		story := func(role string) (keys []string) {
			all, err := account.New(g.Kit).Timeline(g.As(role), g.mine, 0, 10)
			g.must(err)
			for _, e := range all {
				keys = append(keys, e.Key+" "+e.Args["name"]+" "+e.Args["zh"])
			}
			return keys
		}
		want := []string{"opportunity.told_lost 备件年框 拜访与调研", "opportunity.told_moved 备件年框 拜访与调研", "opportunity.told_opened 备件年框 规划与邀约"}
		if got := story("rep"); len(got) != 4 || !slices.Equal(slices.DeleteFunc(got, func(k string) bool { return k[:8] == "account." }), want) {
			g.Errorf("%q", got)
		}
	})
}

// Deals that begin at the same moment get numbers of their own.
func TestNumbersNeverCollide(t *testing.T) {
	on(t, func(g *ground) {
		const many = 12
		codes := make([]string, many)
		var all sync.WaitGroup
		for i := range many {
			all.Go(func() {
				d, err := g.Open(g.As("rep"), Deal{Account: g.mine, Name: fmt.Sprint("商机", i)})
				if codes[i] = d.Code; err != nil {
					g.Errorf("%v", err)
				}
			})
		}
		all.Wait()
		if slices.Sort(codes); len(slices.Compact(codes)) != many || codes[0] != "O26-0001" {
			g.Errorf("%v", codes)
		}
	})
}

func TestOfADealWithoutAnOpeningDayNobodyKnowsWhenItBegan(t *testing.T) {
	on(t, func(g *ground) {
		file := []Deal{{Code: "B1", Name: "一", Account: g.mine, Process: "short", Stage: "offer"}, {Code: "B2", Name: "二", Account: g.mine, Process: "short", Stage: "offer", Opened: kernel.On(2026, 1, 2)}}
		book := func() (read []bool) {
			g.must(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
				if _, _, _, err := g.Service.Book(tx, file); err != nil {
					return err
				}
				all, err := byCode(tx, []string{"B1", "B2"})
				read = []bool{all["B1"].Unopened, all["B2"].Unopened}
				return err
			}))
			return read
		}
		if got := book(); !slices.Equal(got, []bool{true, false}) {
			g.Errorf("%v", got)
		}
		file[0].Opened = kernel.On(2026, 2, 2)
		if got := book(); !slices.Equal(got, []bool{false, false}) {
			g.Errorf("once the file says so: %v", got)
		}
	})
}
