package importing

import (
	"fmt"
	"strings"
	"testing"

	"erba/platform/apptest"
)

// A check shows rows as they would stand, and what they replace.
func TestACheckShowsWhatWouldBeWritten(t *testing.T) {
	files := []struct{ kind, header, row, changed, fresh, updated, inserted string }{
		{Orders, "客户编码,订单号,产品编码,日期,数量,单价,成本", "K1,S%d,P1,2026-05-01,10,100,700", "K1,S%d,P1,2026-05-01,11,100,", "K9,T%d,P1,2026-05-02,1,0.5,0.2",
			"2 updated account=K1 order=S0 product=P1 date=2026-05-01 quantity=11(10) price=100 amount=1100(1000) tax=143(130) cost=(700)",
			"6 inserted account=K9 order=T0 product=P1 date=2026-05-02 quantity=1 price=0.5 amount=0.5 tax=0.07 cost=0.2"},
		{Invoices, "客户编码,发票号,开票日期,到期日,金额,结清日期", "K1,S%d,2026-05-01,2026-06-01,1130,", "K1,S%d,2026-05-01,2026-06-01,1130,2026-05-20", "K1,T%d,2026-05-02,,-2.5,",
			"2 updated account=K1 number=S0 date=2026-05-01 due=2026-06-01 amount=1130 settled=2026-05-20()",
			"6 inserted account=K1 number=T0 date=2026-05-02 amount=-2.5"},
		{Receipts, "客户编码,收款单号,收款日期,收款金额,发票号", "K1,S%d,2026-05-01,1130,F1", "K1,S%d,2026-05-03,1130,F1", "K8,T%d,2026-05-02,7,",
			"2 updated account=K1 number=S0 date=2026-05-03(2026-05-01) amount=1130 invoice=F1",
			"6 inserted account=K8 number=T0 date=2026-05-02 amount=7"},
		{Costs, "客户编码,费用单号,日期,成本类别,工时,金额", "K1,S%d,2026-05-01,拜访,2,", "K1,S%d,2026-05-01,拜访,2.5,", "K8,T%d,2026-05-02,运费,,7",
			"2 updated account=K1 number=S0 date=2026-05-01 kind=visit hours=2.5(2)",
			"6 inserted account=K8 number=T0 date=2026-05-02 kind=freight spent=7"},
		{Accounts, "客户编码,客户名称,城市,员工人数,年营业额(万元)", "A%d,瀚岳盾构,上海,120,3.5", "A%d,瀚岳盾构,苏州,150,", "B%d,锦溪纸业,,,2",
			"2 updated code=A0 name=瀚岳盾构 city=苏州(上海) employees=150(120) revenue=35000 status=active",
			"6 inserted code=B0 name=锦溪纸业 revenue=20000 status=active"},
		{Products, "产品编码,产品名称,产品线,标准价,成本", "P%d,轴承,传动,12.5,7", "P%d,轴承,,13,7", "Q%d,齿轮,传动,,",
			"2 updated code=P0 name=轴承 line=传动 list_price=13(12.5) cost=7",
			"6 inserted code=Q0 name=齿轮 line=传动"},
		{Contacts, "客户编码,姓名,职务,邮箱", "A1,王芳%d,采购员,", "A1,王芳%d,采购经理,", "A1,李雷,,li%d@example.com",
			"2 updated account=A1 name=王芳0 title=采购经理(采购员)",
			"6 inserted account=A1 name=李雷 mail=li0@example.com"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, _ := start(s)
		for _, f := range files {
			settings := Settings{Kind: f.kind, CreateAccounts: true}
			known := f.header + "\n" + numbered(f.row, 5)
			if r := booked(s, service, file(s, known), settings, false); r.Sample != nil {
				s.Errorf("%s: booking shows %v", f.kind, r.Sample)
			}
			if r := booked(s, service, file(s, known), settings, true); r.Sample == nil || len(r.Sample) > 0 {
				s.Errorf("%s: known rows show %v", f.kind, r.Sample)
			}
			got := booked(s, service, file(s, f.header+"\n"+numbered(f.changed, 4)+numbered(f.fresh, 4)), settings, true).Sample
			if len(got) != 6 || inWords(got[0]) != f.updated || inWords(got[3]) != f.inserted || got[2].Row != 4 || got[5].Row != 8 {
				s.Errorf("%s: %v", f.kind, got)
				for _, w := range got {
					s.Log(inWords(w))
				}
			}
		}
	})
}

// numbered is the row n times, each with its number.
func numbered(row string, n int) (all string) {
	for i := range n {
		all += fmt.Sprintf(row, i) + "\n"
	}
	return all
}

func inWords(w Written) string {
	words := []string{fmt.Sprint(w.Row), w.Result}
	for _, c := range w.Cells {
		word := c.Field + "=" + c.Value
		if c.Was != nil {
			word += "(" + *c.Was + ")"
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}
