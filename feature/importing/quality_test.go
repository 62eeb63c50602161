package importing

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"erba/platform/apptest"
)

// The worked example of M92: of 100 rows 90 are new, 6 were there already and 4
// are wrong; of 600 cells that are needed 480 are filled.
func TestM92QualityOfASource(t *testing.T) {
	r := Report{Counts: Counts{Rows: 100, Inserted: 90, Duplicates: 6, Rejected: 4}, Filled: 480, Wanted: 600}
	now := time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC)
	tests := map[string]struct {
		days int
		want string // valid unique complete fresh score
	}{
		"delivered today":               {0, "0.9600 0.9375 0.8000 1.0000 0.7200"},
		"delivered within the month":    {31, "0.9600 0.9375 0.8000 1.0000 0.7200"},
		"a month late":                  {62, "0.9600 0.9375 0.8000 0.5000 0.3600"},
		"three months without anything": {93, "0.9600 0.9375 0.8000 0.0000 0.0000"},
		"older still":                   {400, "0.9600 0.9375 0.8000 0.0000 0.0000"},
	}
	for name, tt := range tests {
		q := quality(r, now.AddDate(0, 0, -tt.days), now)
		if got := fmt.Sprintf("%.4f %.4f %.4f %.4f %.4f", q.Valid, q.Unique, *q.Complete, q.Fresh, *q.Score); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	if q := quality(Report{}, now, now); q.Score != nil || q.Valid != 1 || q.Unique != 1 {
		t.Errorf("an import that measured nothing: %+v", q)
	}
}

// Of every source and kind the latest import is judged, by cells of the file.
func TestTheQualityOfWhatWasImported(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		const head = "客户编码,客户名称,城市,行业\n"
		booked(s, service, file(s, head+"K1,瀚岳,上海,\n"), Settings{Kind: Accounts, Source: "ERP"}, false)
		// of seven fields in three good rows: codes and names, two cities, one trade; one row is wrong, one was there
		booked(s, service, file(s, head+"K1,瀚岳,上海,\nK2,云麓,,造纸\nK3,锦溪,苏州,\n,,,\n,,宁波,\n"), Settings{Kind: Accounts, Source: "ERP"}, false)
		booked(s, service, file(s, sales), Settings{Kind: Orders, Source: "CRM", CreateAccounts: true}, false)
		got := s.Do("director", "GET", "/api/import-quality", "")
		if got.Code != http.StatusOK {
			s.Fatalf("%d %s", got.Code, got.Body)
		}
		for _, want := range []string{
			`"source":"ERP","kind":"accounts"`, `"rows":4,"valid":0.75,"unique":0.6666666666666666,"complete":0.42857142857142855,"fresh":1,"score":0.21428571428571427`,
			`"source":"CRM","kind":"orders"`, `"rows":4,"valid":0.75,"unique":1,"complete":0.8333333333333334,"fresh":1,"score":0.625`,
		} {
			if !strings.Contains(got.Body.String(), want) {
				s.Errorf("%s lacks %s", got.Body, want)
			}
		}
		if n := strings.Count(got.Body.String(), `"source"`); n != 2 {
			s.Errorf("%d rows", n)
		}
	})
}
