package importing

import (
	"net/http"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
)

const (
	before = "客户编码,客户名称,城市,上级客户\nK1,瀚岳盾构装备有限公司,上海,\nK2,云麓轨道交通有限公司,长沙,\n"
	after  = "客户编码,客户名称,城市,上级客户\nK1,瀚岳盾构装备集团有限公司,苏州,K3\nK2,云麓轨道交通有限公司,长沙,\nK3,锦溪纸业有限公司,苏州,\nK4,岚桥物流有限公司,宁波,K3\nK4,岚桥物流有限公司,温州,\n"
)

// What an import of accounts or products wrote is taken back exactly, as long
// as nobody has built upon it.
func TestAnImportOfRecordsIsTakenBack(t *testing.T) {
	stories := map[string]struct {
		kind, first, then string
		meanwhile         func(s *apptest.Stage)
		refused           []string // what the refusal names; none: it is taken back
		left              string   // codes, names and what else is left
	}{
		"accounts, new ones and changed ones, in a group": {kind: Accounts, first: before, then: after,
			left: "K1 瀚岳盾构装备有限公司 上海 -; K2 云麓轨道交通有限公司 长沙 -"},
		"an account was changed since": {kind: Accounts, first: before, then: after,
			meanwhile: func(s *apptest.Stage) { s.Exec(`UPDATE accounts SET version = version + 1 WHERE code = 'K1'`) },
			refused:   []string{"K1"}},
		"an order was booked on a new account": {kind: Accounts, first: before, then: after,
			meanwhile: func(s *apptest.Stage) {
				published(s, Orders, "客户编码,订单号,日期,金额\nK4,S1,2026-05-01,9\n")
			}, refused: []string{"K4"}},
		"a company was put below a new one": {kind: Accounts, first: before, then: after,
			meanwhile: func(s *apptest.Stage) {
				published(s, Accounts, "客户编码,客户名称,上级客户\nK9,新地,K3\n")
			},
			refused: []string{"K9"}},
		"somebody is known at a new account": {kind: Accounts, first: before, then: after,
			meanwhile: func(s *apptest.Stage) { published(s, Contacts, "客户编码,姓名\nK3,王芳\n") }, refused: []string{"K3"}},
		"contacts, new ones and changed ones": {kind: Contacts, first: "客户编码,姓名,职务,手机\nK1,王芳,采购员,13800138000\n",
			then: "客户编码,姓名,职务\nK1,王芳,采购经理\nK2,李雷,总工\n", left: "王芳 采购员 13800138000"},
		"a contact was changed since": {kind: Contacts, first: "客户编码,姓名\nK1,王芳\n", then: "客户编码,姓名,职务\nK1,王芳,采购经理\nK2,李雷,总工\n",
			meanwhile: func(s *apptest.Stage) { published(s, Contacts, "客户编码,姓名,职务\nK2,李雷,厂长\n") },
			refused:   []string{"李雷"}},
		"products, new ones and changed ones": {kind: Products, first: "产品编码,产品名称,标准成本\nP1,轴承,7\n",
			then: "产品编码,产品名称,标准成本\nP1,滚动轴承,8\nP2,齿轮,\n", left: "P1 轴承 7"},
		"a product was changed since": {kind: Products, first: "产品编码,产品名称\nP1,轴承\n", then: "产品编码,产品名称\nP1,滚动轴承\nP2,齿轮\n",
			meanwhile: func(s *apptest.Stage) { published(s, Products, "产品编码,产品名称\nP2,斜齿轮\n") },
			refused:   []string{"P2"}},
	}
	for name, story := range stories {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, features, func(s *apptest.Stage) {
				work(s)
				if story.kind == Contacts {
					published(s, Accounts, before)
				}
				published(s, story.kind, story.first)
				stood := records(s, story.kind)
				at := published(s, story.kind, story.then)
				if story.meanwhile != nil {
					story.meanwhile(s)
				}
				is := records(s, story.kind)
				w := s.Do("director", "POST", at+"/undo", "")
				if story.refused == nil {
					if got := records(s, story.kind); w.Code != http.StatusOK || got != story.left || got != stood {
						s.Errorf("%d %.300s\nleft %s\nwant %s", w.Code, w.Body, got, story.left)
					}
					again := published(s, story.kind, story.then) // the codes are free again
					if got := records(s, story.kind); got != is {
						s.Errorf("imported again: %s, want %s", got, is)
					}
					ask(s, "POST", again+"/undo", "")
					return
				}
				if w.Code != http.StatusConflict || records(s, story.kind) != is {
					s.Errorf("%d %.300s, and it changed %s", w.Code, w.Body, records(s, story.kind))
				}
				for _, name := range story.refused {
					if !strings.Contains(w.Body.String(), name) {
						s.Errorf("%.300s does not name %s", w.Body, name)
					}
				}
			})
		})
	}
}

func TestAnImportOfYesterdayStays(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		work(s)
		at := published(s, Accounts, before)
		s.Exec(`UPDATE imports SET published_at = published_at - 86400000000, created_at = created_at - 86400000000`)
		if w := s.Do("director", "POST", at+"/undo", ""); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "importing.too_late") {
			s.Errorf("%d %s", w.Code, w.Body)
		}
		service, _ := start(s)
		if err := service.tidy(s.As("director")); err != nil || count(s, "import_writes") != 0 {
			s.Errorf("%d rows are remembered in vain, %v", count(s, "import_writes"), err)
		}
	})
}

// published imports a file and returns where.
func published(s *apptest.Stage, kind, file string) string {
	s.Helper()
	at, _ := settled(s, file, kind, func(*Settings) {})
	ask(s, "POST", at+"/book", "")
	if one := until(s, at, Published); one.Check.Rejected != 0 {
		s.Fatalf("%s: %+v", at, one.Check)
	}
	return at
}

// records are the accounts or products there are, by their codes.
func records(s *apptest.Stage, kind string) string {
	s.Helper()
	var all []string
	switch kind {
	case Accounts:
		page, err := account.New(s.Kit).List(s.As("director"), account.Filter{Sort: account.ByCode, Limit: 50})
		if err != nil {
			s.Fatal(err)
		}
		codes := map[kernel.ID]string{{}: "-"}
		for _, a := range page.Rows {
			codes[a.ID] = a.Code
		}
		for _, a := range page.Rows {
			all = append(all, strings.Join([]string{a.Code, a.Name, a.City, codes[a.Parent]}, " "))
		}
	default:
		query := map[string]string{
			Products: `SELECT code || ' ' || name || COALESCE(' ' || CAST(cost / 1000000 AS TEXT), '') FROM products ORDER BY code`,
			Contacts: `SELECT name || ' ' || title || ' ' || phone FROM contacts ORDER BY name`,
		}[kind]
		rows, err := s.DB.Bare(query)
		if err != nil {
			s.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var one string
			if err := rows.Scan(&one); err != nil {
				s.Fatal(err)
			}
			all = append(all, one)
		}
	}
	return strings.Join(all, "; ")
}
