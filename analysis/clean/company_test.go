package clean

import "testing"

// M92: the codes of the specification's worked example.
func TestM92USCC(t *testing.T) {
	tests := map[string]struct {
		code string
		want error
	}{
		"the standard's own example": {"91350100M000100Y43", nil},
		"valid":                      {"91310000MA1K3ABC2N", nil},
		"wrong check character":      {"91310000MA1K3ABC2M", errUSCCCheck},
		"the letter O for a zero":    {"9131O000MA1K3ABC2N", errUSCCDigit},
		"too short":                  {"91310000MA1K3ABC2", errUSCCLength},
		"nothing":                    {"", errUSCCLength},
	}
	for name, tt := range tests {
		if got := USCC(tt.code); got != tt.want {
			t.Errorf("%s: USCC(%q) = %v, want %v", name, tt.code, got, tt.want)
		}
	}
}

func TestM92CompanyKey(t *testing.T) {
	tests := map[string]struct {
		one, other string
		same, core bool
	}{
		"width of brackets and blanks":  {"上海 ABC（中国）有限公司", "上海ABC(中国)有限公司", true, true},
		"another legal form":            {"华为技术有限公司", "华为技术股份有限公司", true, true},
		"no legal form":                 {"华为技术有限公司", "华为技术", true, true},
		"the place in brackets differs": {"西门子(中国)有限公司", "西门子有限公司", false, true},
		"Latin forms":                   {"Northwind Traders Co., Ltd.", "NORTHWIND TRADERS", true, true},
		"two companies":                 {"华为技术有限公司", "华为软件技术有限公司", false, false},
		"nothing but a form":            {"有限公司", "股份公司", false, false},
	}
	for name, tt := range tests {
		if got := CompanyKey(tt.one) == CompanyKey(tt.other); got != tt.same {
			t.Errorf("%s: the keys %q and %q", name, CompanyKey(tt.one), CompanyKey(tt.other))
		}
		if got := CompanyCore(tt.one) == CompanyCore(tt.other); got != tt.core {
			t.Errorf("%s: the cores %q and %q", name, CompanyCore(tt.one), CompanyCore(tt.other))
		}
	}
}

func TestSimilarity(t *testing.T) {
	tests := map[string]struct {
		one, other string
		want       float64
	}{
		"equal":                   {"华为", "华为", 1},
		"one of ten changed":      {"深圳市华为终端技术服", "深圳市华为终端技木服", .9},
		"one of ten left out":     {"深圳市华为终端技术服", "深圳市华为终端技术", .9},
		"nothing in common":       {"ab", "cd", 0},
		"two empty keys are same": {"", "", 1},
	}
	for name, tt := range tests {
		if got := Similarity(tt.one, tt.other); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
