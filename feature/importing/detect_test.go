package importing

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"erba/kernel"
)

func TestColumnsAreMatched(t *testing.T) {
	tests := map[string]struct {
		kind, header, sample string
		want                 string
	}{
		"an English shop":         {Orders, "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country", "1,x,y,2,2009-12-01 07:45:00,1.5,9,UK", "account=Customer ID date=InvoiceDate order=Invoice price=Price product=StockCode quantity=Quantity"},
		"a Chinese ledger":        {Orders, "客户编码,客户名称,单据号,日期,存货编码,数量,含税金额,不含税金额(万元)", "1,a,b,2025年1月3日,c,1,2,3", "account=客户编码 account_name=客户名称 amount=不含税金额(万元) amount_gross=含税金额 date=日期 order=单据号 product=存货编码 quantity=数量"},
		"only names":              {Orders, "客户名称,下单日期,价税合计", "a,2025/7/1,2", "account=客户名称 amount_gross=价税合计 date=下单日期"},
		"headings of two rows":    {Orders, "客户/编码,客户/名称,单据/单号,单据/日期,金额/未税金额", "a,b,c,2025/7/1,2", "account=客户/编码 account_name=客户/名称 amount=金额/未税金额 date=单据/日期 order=单据/单号"},
		"what the cells say":      {Orders, "customer,when,amount", "a,2025-07-01,2", "account=customer amount=amount date=when"},
		"a heading that misleads": {Orders, "customer,date,日期,amount", "a,no date,2025-07-01,2", "account=customer amount=amount date=日期"},
		"receivables":             {Invoices, "countryCode,customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate", "391,a,1,1/2/2013,2/1/2013,55.94,No,1/15/2013", "account=customerID amount=InvoiceAmount date=InvoiceDate due=DueDate number=invoiceNumber settled=SettledDate"},
		"money in":                {Receipts, "收款日期,付款单位,收款金额,流水号", "2025-02-10,a,1,2", "account=付款单位 amount=收款金额 date=收款日期 number=流水号"},
		"companies":               {Accounts, "account,sector,revenue,employees,office_location,subsidiary_of", "a,b,1,2,c,d", "employees=employees industry=sector name=account parent=subsidiary_of region=office_location revenue=revenue"},
		"people":                  {Contacts, "公司,姓名,职务,手机,邮箱", "a,b,c,13800138000,d@e.f", "account=公司 mail=邮箱 name=姓名 phone=手机 title=职务"},
		"goods":                   {Products, "物料编码,物料名称,类别,标准价,计量单位", "a,b,c,1,个", "code=物料编码 line=类别 list_price=标准价 name=物料名称 unit=计量单位"},
	}
	for name, tt := range tests {
		matching, _ := Tables[tt.kind].Match(strings.Split(tt.header, ","), [][]string{strings.Split(tt.sample, ",")})
		var got []string
		for _, field := range slices.Sorted(maps.Keys(matching)) {
			got = append(got, field+"="+matching[field])
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s:\n%s, want\n%s", name, strings.Join(got, " "), tt.want)
		}
	}
}

func TestUnits(t *testing.T) {
	for heading, want := range map[string]int64{"金额（万元）": 1e4, "金额(千元)": 1e3, "金额(元)": 1, "营业额（亿元）": 1e8, "amount": 1} {
		if got := unitOf(heading, nil); got != want {
			t.Errorf("%s: %d, want %d", heading, got, want)
		}
	}
	if got := unitOf("金额", []Left{{1, "明细账 单位：万元"}}); got != 1e4 {
		t.Errorf("the unit in the title: %d", got)
	}
}

// One row of an order: what is derived from what (specification 0.3.10).
func TestAmountsOfALine(t *testing.T) {
	tests := map[string]struct {
		header, row string
		settings    Settings
		want        string // quantity price net tax cost, or why not
	}{
		"quantity times price":            {"account,date,quantity,price", "a,2025-01-01,3,1.005", Settings{}, "3 1.005 302 39 -"},
		"the file's own sum":              {"account,date,quantity,price,amount", "a,2025-01-01,3,1,2.5", Settings{}, "3 1 250 33 -"},
		"only a sum":                      {"account,date,amount", "a,2025-01-01,100", Settings{}, "1 100 10000 1300 -"},
		"a return without a quantity":     {"account,date,amount", "a,2025-01-01,(100)", Settings{}, "-1 100 -10000 -1300 -"},
		"a sum with tax, by the settings": {"account,date,amount", "a,2025-01-01,113", Settings{Tax: "gross"}, "1 100 10000 1300 -"},
		"a sum with tax, by the heading":  {"account,date,含税金额", "a,2025-01-01,113", Settings{}, "1 100 10000 1300 -"},
		"a price with tax":                {"account,date,quantity,含税单价", "a,2025-01-01,2,113", Settings{}, "2 113 20000 2600 -"},
		"net and gross give the tax":      {"account,date,amount,amount_gross", "a,2025-01-01,100,106", Settings{}, "1 100 10000 600 -"},
		"gross and tax give the net":      {"account,date,amount_gross,tax", "a,2025-01-01,106,6", Settings{}, "1 100 10000 600 -"},
		"a rate of its own":               {"account,date,amount,tax_rate", "a,2025-01-01,100,9%", Settings{}, "1 100 10000 900 -"},
		"a rate without a sign":           {"account,date,amount,tax_rate", "a,2025-01-01,100,9", Settings{}, "1 100 10000 900 -"},
		"exported without tax":            {"account,date,amount,tax_rate", "a,2025-01-01,100,0", Settings{}, "1 100 10000 0 -"},
		"what it cost":                    {"account,date,amount,cost", "a,2025-01-01,100,60", Settings{}, "1 100 10000 1300 6000"},
		"what a piece cost":               {"account,date,quantity,price,unit_cost", "a,2025-01-01,2,100,60.125", Settings{}, "2 100 20000 2600 12025"},
		"neither sum nor price":           {"account,date,quantity,price", "a,2025-01-01,2,", Settings{}, "amount_missing"},
		"no quantity":                     {"account,date,quantity,price", "a,2025-01-01,,2", Settings{}, "quantity_missing"},
		"no account":                      {"account,date,amount", " ,2025-01-01,2", Settings{}, "account_missing"},
		"no day":                          {"account,date,amount", "a,,2", Settings{}, "date_missing"},
		"no such day":                     {"account,date,amount", "a,2025-02-30,2", Settings{}, "bad_date"},
		"no number":                       {"account,date,amount", "a,2025-01-01,two", Settings{}, "bad_number"},
		"no currency":                     {"account,date,amount,currency", "a,2025-01-01,2,dollars", Settings{}, "bad_currency"},
		"too much":                        {"account,date,quantity,price", "a,2025-01-01,9000000000000,9000000000000", Settings{}, "too_large"},
	}
	for name, tt := range tests {
		header := strings.Split(tt.header, ",")
		tt.settings.Kind = Orders
		tt.settings.Matching, _ = Tables[Orders].Match(header, nil)
		var o Order
		bad := NewSheet(tt.settings, header, ones(header), "").Orders().Read(strings.Split(tt.row, ","), &o)
		got := fmt.Sprintf("%s %s %d %d -", o.Quantity, o.Price, o.Net, o.Tax)
		if o.Costed {
			got = strings.TrimSuffix(got, "-") + fmt.Sprint(o.Cost)
		}
		if bad != nil {
			got = bad.Reason
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func ones(header []string) []int64 {
	units := make([]int64, len(header))
	for i := range units {
		units[i] = 1
	}
	return units
}

func FuzzRow(f *testing.F) {
	f.Add("K1", "2025-01-01", "3", "1.5", "4.5", "5.09", "13%", "USD")
	f.Add("", "1/2/25", "(3)", "1.2万", "", "", "", "美元")
	f.Fuzz(func(t *testing.T, account, date, quantity, price, amount, gross, rate, currency string) {
		header := []string{"account", "date", "quantity", "price", "amount", "amount_gross", "tax_rate", "currency"}
		s := Settings{Kind: Orders, Matching: map[string]string{}}
		for _, h := range header {
			s.Matching[h] = h
		}
		row, sheet := []string{account, date, quantity, price, amount, gross, rate, currency}, NewSheet(s, header, ones(header), "")
		var o Order
		if bad := sheet.Orders().Read(row, &o); bad == nil && (o.On.IsZero() || o.Account == Party{} || len(o.Currency) != 0 && len(o.Currency) != 3) {
			t.Errorf("read %q as %+v", row, o)
		}
		var c Claim
		s.Kind = Invoices
		_ = NewSheet(s, header, ones(header), "").Claims().Read(row, &c)
		_, _ = Tables[Orders].Match(row, [][]string{row})
	})
}

func TestWhatIsSaidOfAnUploadThatCannotBeKept(t *testing.T) {
	for want, err := range map[string]error{
		"db.full":                  &os.PathError{Op: "write", Path: "/tmp/x", Err: syscall.ENOSPC},
		"importing.file_too_large": fmt.Errorf("copy: %w", &http.MaxBytesError{Limit: largest}),
	} {
		if f, ok := errors.AsType[*kernel.Fault](told(err)); !ok || f.Key != want {
			t.Errorf("%v: %v, want %s", err, told(err), want)
		}
	}
}
