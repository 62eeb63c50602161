package account

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
	"erba/platform/apptest"
)

func TestM92Duplicates(t *testing.T) {
	tests := map[string]struct {
		one, other twin
		reason     string // "" for two companies
	}{
		"one social credit code":          {twin{USCC: "91350100M000100Y43", Name: "甲"}, twin{USCC: "91350100M000100Y43", Name: "乙"}, sameUSCC},
		"a code written otherwise":        {twin{Code: "C-0012", Name: "甲"}, twin{Code: "c12", Name: "乙"}, sameCode},
		"numbers of a code cut otherwise": {twin{Code: "1-12", Name: "甲"}, twin{Code: "11-2", Name: "乙"}, ""},
		"brackets and width of a name": {twin{Name: "上海 ABC（中国）有限公司", City: "上海"},
			twin{Name: "上海ABC(中国)有限公司", City: "上海市"}, sameName},
		"one character of ten in one city": {twin{Name: "深圳市华为终端技术服务有限公司", City: "深圳"},
			twin{Name: "深圳市华为终端技木服务有限公司", City: "深圳"}, sameName},
		"the same in two cities": {twin{Name: "华为终端技术服务有限公司", City: "深圳"},
			twin{Name: "华为终端技术服务有限公司", City: "东莞"}, ""},
		"one character of five": {twin{Name: "华为终端甲", City: "深圳"}, twin{Name: "华为终端乙", City: "深圳"}, ""},
		"another number":        {twin{Name: "Customer Number 12345", City: "London"}, twin{Name: "Customer Number 12346", City: "London"}, ""},
		"two letters of twenty": {twin{Name: "northwind trading house", City: "London"}, twin{Name: "northwint trading hous", City: "London"}, sameName},
		"one phone":             {twin{Name: "甲", Phone: "021-5888 1234"}, twin{Name: "乙", Phone: "02158881234"}, samePhone},
		"a phone too short":     {twin{Name: "甲", Phone: "110"}, twin{Name: "乙", Phone: "110"}, ""},
		"nothing in common":     {twin{Name: "甲"}, twin{Name: "乙"}, ""},
	}
	for name, tt := range tests {
		tt.one.ID, tt.other.ID = kernel.NewID(), kernel.NewID()
		got := duplicates([]twin{tt.one, tt.other})
		switch {
		case tt.reason == "" && len(got) != 0:
			t.Errorf("%s: %+v", name, got)
		case tt.reason != "" && (len(got) != 1 || got[0].Reason != tt.reason || got[0].One != tt.one.ID):
			t.Errorf("%s: %+v, want %s", name, got, tt.reason)
		}
	}
}

// Alike is what comparing every pair finds, but without comparing every pair.
func TestDuplicatesMissNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := []rune("精密机械制造与自动化设备销售服务中心及电子元件仪器仪表维修七八号")
		name := rapid.Custom(func(t *rapid.T) string {
			return changed(t, base[:rapid.IntRange(7, len(base)).Draw(t, "length")])
		})
		var twins []twin
		for range rapid.IntRange(2, 40).Draw(t, "accounts") {
			twins = append(twins, twin{ID: kernel.NewID(), Name: name.Draw(t, "name"), City: rapid.SampledFrom([]string{"苏州", "上海"}).Draw(t, "city")})
		}
		found := map[[2]kernel.ID]bool{}
		for _, d := range duplicates(twins) {
			found[[2]kernel.ID{d.One, d.Other}] = true
		}
		for i, a := range twins {
			for _, b := range twins[i+1:] {
				want := a.City == b.City && a.Name != b.Name && similar(a.Name, b.Name)
				if got := found[[2]kernel.ID{a.ID, b.ID}]; got != want && a.Name != b.Name {
					t.Fatalf("%s and %s: found %v, alike %v", a.Name, b.Name, got, want)
				}
				if a.City == b.City && a.Name == b.Name && !joined(found, twins, a) {
					t.Fatalf("%s occurs twice and is not found", a.Name)
				}
			}
		}
	})
}

// changed is a name with up to four characters put in, left out or replaced.
func changed(t *rapid.T, base []rune) string {
	name := slices.Clone(base)
	for range rapid.IntRange(0, 3).Draw(t, "edits") {
		at := rapid.IntRange(0, len(name)-1).Draw(t, "at")
		other := rapid.SampledFrom([]rune("甲乙丙丁")).Draw(t, "character")
		switch rapid.IntRange(0, 2).Draw(t, "way") {
		case 0:
			name = slices.Insert(name, at, other)
		case 1:
			name = slices.Delete(name, at, at+1)
		case 2:
			name[at] = other
		}
	}
	return string(name)
}

// joined reports whether an account is in a pair with another one of its name.
func joined(found map[[2]kernel.ID]bool, twins []twin, a twin) bool {
	return slices.ContainsFunc(twins, func(b twin) bool {
		return b.City == a.City && b.Name == a.Name && (found[[2]kernel.ID{a.ID, b.ID}] || found[[2]kernel.ID{b.ID, a.ID}])
	})
}

// A trade that thousands of names have in common does not make all of them compared.
func TestDuplicatesAmongMany(t *testing.T) {
	most := 4 * testing.AllocsPerRun(1, func() { duplicates(ofOneTrade(1000)) })
	if got := testing.AllocsPerRun(1, func() { duplicates(ofOneTrade(3000)) }); got > most {
		t.Errorf("three times the names allocate %.0f times, at most %.0f are expected", got, most)
	}
}

func ofOneTrade(n int) (all []twin) {
	for i := range n {
		all = append(all, twin{ID: kernel.NewID(), Name: fmt.Sprintf("上海%c%c%c汽车零部件", '一'+i, '一'+i*7%2999, '一'+i*13%2971)})
	}
	return all
}

// similar is the plain definition: at most a tenth of the longer name differs.
func similar(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return 10*distance(x, y) <= max(len(x), len(y))
}

// distance is Levenshtein's, from its definition.
func distance(a, b []rune) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		for j := range table[i] {
			switch {
			case i == 0 || j == 0:
				table[i][j] = i + j
			case a[i-1] == b[j-1]:
				table[i][j] = table[i-1][j-1]
			default:
				table[i][j] = 1 + min(table[i-1][j], table[i][j-1], table[i-1][j-1])
			}
		}
	}
	return table[len(a)][len(b)]
}

func TestManyDuplicatesOfOne(t *testing.T) {
	var twins []twin
	for range 8 {
		twins = append(twins, twin{ID: kernel.NewID(), Name: "华联商厦"})
	}
	if got := len(duplicates(twins)); got != 7 {
		t.Errorf("eight of one name make %d pairs, want every one with the first", got)
	}
	if got := len(duplicates(twins[:3])); got != 3 {
		t.Errorf("three of one name make %d pairs, want all", got)
	}
}

func TestInbox(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service := New(s.Kit)
		must(s, service.Open(s.As("rep"), []Account{
			{Code: "A", Name: "上海甲电子有限公司", City: "上海"}, {Code: "B", Name: "上海甲电子", City: "上海"},
			{Code: "C", Name: "乙", Phone: "02158881234"}, {Code: "D", Name: "丙", Phone: "021 58881234"}}...))
		for i, want := range []int{2, 0} { // the second time nothing is new
			got, err := service.Pair(s.As("director"))
			if err != nil || got.Found != want {
				s.Errorf("comparison %d: %+v, %v, want %d new pairs", i+1, got, err, want)
			}
		}
		inbox := func(role, state string) []Duplicate {
			page, err := service.Inbox(s.As(role), state, kernel.ID{}, 10)
			must(s, err)
			return page.Rows
		}
		if hers := inbox("other", undecided); len(hers) != 0 {
			s.Errorf("pairs out of sight show: %+v", hers)
		}
		open := inbox("rep", undecided)
		if len(open) != 2 || len(open[0].Accounts) != 2 || open[0].Accounts[0].Code != "A" || open[0].Similarity != 1000 {
			s.Fatalf("the inbox holds %+v", open)
		}
		if _, err := service.KeepApart(s.As("rep"), open[1].ID); err != nil {
			s.Error(err)
		}
		_, err := service.KeepApart(s.As("other"), open[0].ID)
		wantKey(s.T, err, "db.missing")
		if _, err := service.Merge(s.As("rep"), open[0].Other, open[0].One, nil); err != nil {
			s.Error(err)
		}
		if done := inbox("rep", merged); len(done) != 1 || len(done[0].Accounts) != 2 {
			s.Errorf("a merged pair still shows both: %+v", done)
		}
		got, err := service.Pair(s.As("director"))
		if err != nil || got.Found != 0 || len(inbox("rep", undecided)) != 0 || len(inbox("rep", apart)) != 1 {
			s.Errorf("what was decided comes back: %+v, %v", got, err)
		}
	})
}
