package clean

import (
	"testing"
)

func TestM92Text(t *testing.T) {
	for in, want := range map[string]string{
		" a  b ": "a b", "ＡＢＣ（中国）": "ABC(中国)", "华\u200b为": "华为", "a\u00a0b": "a b", "【x】": "[x]", "全　角": "全 角",
		"plain": "plain", "": "", "\ufeffid": "id", "a\x00b": "ab",
	} {
		if got := Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestM92Number(t *testing.T) {
	for in, want := range map[string]string{
		"1.2万": "12000", "$1,706.18": "1706.18", "(12.00)": "-12", "￥ 3，000.50 元": "3000.5", "12-": "-12", "-7": "-7",
		"13%": "0.13", "1.706,18": "1706.18", "2,5": "2.5", "1,234": "1234", "1,234,567": "1234567", "２５": "25",
		"2.5E+03": "2500", "3亿": "300000000", "1.2万元": "12000", "¥-5": "-5", "-¥5": "-5", "(¥1,000)": "-1000",
		"6.9500000000000002": "6.95", "1 234.5": "1234.5", "RMB 10": "10", "+4": "4", ".5": "0.5",
		"": "bad", "-": "bad", "abc": "bad", "1.2.3": "bad", "--5": "bad", "5万万": "bad", "NaN": "bad", "1e999": "bad", "元": "bad",
	} {
		n, err := Number(in)
		if got := n.String(); err != nil && want != "bad" || err == nil && got != want {
			t.Errorf("Number(%q) = %s, %v, want %s", in, got, err, want)
		}
	}
}

func TestM92Date(t *testing.T) {
	for in, want := range map[string]string{
		"2009-12-01 07:45:00": "2009-12-01", "2025/7/1": "2025-07-01", "2025年7月1日": "2025-07-01", "2025年07月01日 8:30": "2025-07-01",
		"19970101": "1997-01-01", "45839": "2025-07-01", "45839.5": "2025-07-01", "2025.7.1": "2025-07-01",
		"2025-07-01T08:30:00Z": "2025-07-01", "1-Jul-25": "2025-07-01", "Jul 1, 2025": "2025-07-01", "1 July 2025": "2025-07-01",
		"12/31/2013": "2013-12-31", "31/12/2013": "2013-12-31", "1/2/2013": "2013-01-02", "1.2.2013": "2013-02-01",
		"２０２５－０７－０１": "2025-07-01", "1/2/97": "1997-01-02",
		"2025-02-30": "", "": "", "soon": "", "2025-13-01": "", "123": "", "20251301": "", "2025-07": "", "0000-00-00": "", "2025-07-01x": "", "May": "",
	} {
		d, err := Date(in, None)
		if got := d.String(); got != want || (err != nil) != (want == "") {
			t.Errorf("Date(%q) = %s, %v, want %s", in, got, err, want)
		}
	}
	if d, err := Date("1/2/2013", DayFirst); err != nil || d.String() != "2013-02-01" {
		t.Errorf("the day first: %v, %v", d, err)
	}
	if got := OrderOf([]string{"1/2/2013", "", "5/31/2013"}); got != MonthOne {
		t.Errorf("a 31 in the middle means %q", got)
	}
}

func TestM92Mobile(t *testing.T) {
	for in, want := range map[string]string{
		"138 0013 8000": "13800138000", "+86-13800138000": "13800138000", "8613800138000": "13800138000",
		"１３８００１３８０００": "13800138000", "12800138000": "", "010-12345678": "", "": "",
	} {
		if got, err := Mobile(in); got != want || (err == nil) != (want != "") {
			t.Errorf("Mobile(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
}

func FuzzCell(f *testing.F) {
	for _, s := range []string{"1.2万", "(12.00)", "2025年7月1日", "Jul 1, 2025", "91350100M000100Y43", "上海 ABC（中国）有限公司", "1/2/97", ")("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := Text(s); Text(once) != once {
			t.Errorf("Text(%q) = %q is not clean", s, once)
		}
		if n, err := Number(s); err == nil {
			if again, err := Number(n.String()); err != nil || again != n {
				t.Errorf("Number(%q) = %v, which reads %v, %v", s, n, again, err)
			}
		}
		if d, err := Date(s, None); err == nil {
			if again, err := Date(d.String(), None); err != nil || again != d {
				t.Errorf("Date(%q) = %v, which reads %v, %v", s, d, again, err)
			}
		}
		if key := CompanyKey(s); Similarity(key, key) != 1 {
			t.Errorf("%q is not similar to itself", s)
		}
		_, _ = Mobile(s)
		_ = USCC(s)
	})
}
