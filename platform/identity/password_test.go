package identity

import (
	"testing"

	"erba/kernel"
)

func TestPasswordsThatAreTriedFirst(t *testing.T) {
	const common = "identity.common_password"
	tests := map[string]struct{ password, want string }{
		"short":                                {"xk7#mQ2v", "identity.short_password"},
		"twelve of one's own":                  {"xk7#mQ2vLp9w", ""},
		"a sentence":                           {"correct horse battery", ""},
		"a Chinese one":                        {"一句好记的话比符号更安全", ""},
		"the commonest":                        {"password1234", common},
		"with signs for letters":               {"P@$$w0rd2026!", common},
		"love for ever":                        {"woaini1314520", common},
		"and a name before":                    {"wang5201314521", common},
		"keys side by side":                    {"qwertyuiop[]", common},
		"up and down the keys":                 {"1qaz2wsx3edc", common},
		"digits in order":                      {"123456789012", common},
		"backwards":                            {"987654321000", common},
		"one letter and the digits":            {"a123456789a123456789", common},
		"one key":                              {"aaaaaaaaaaaaaaaa", common},
		"a birthday":                           {"zhang19900101", common},
		"a birthday with points":               {"li1990.1.1li!", common},
		"a telephone number":                   {"13812345678ab", common},
		"the month and the year":               {"November2026!", common},
		"the product":                          {"erba2026erba2026", common},
		"the house's own words one by one":     {"xiaoshoukehu2026", common},
		"common words, and six of one's own":   {"password-xq7vT", ""},
		"common words, and five of one's own":  {"password-xq7v", common},
		"the login in it":                      {"my name is li.na!", "identity.login_in_password"},
		"eighty letters that say nothing new":  {"loveloveloveloveloveloveloveloveloveloveloveloveloveloveloveloveloveloveloveloves", common},
		"years as somebody else's long ago":    {"200520062007", common},
		"what a password manager makes of it":  {"hT4-ejw-rG2-pqz", ""},
		"pinyin of a sentence nobody says":     {"xiongmaozaiwudingchangge", ""},
		"a word that hides among its own kind": {"adminadminadmin", common},
	}
	for name, tt := range tests {
		got := ""
		if f, ok := checkPassword("li.na", tt.password).(*kernel.Fault); ok {
			got = f.Key
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q, %d of its own", name, got, tt.want, own(tt.password))
		}
	}
}

func TestCommonWordsCanBeFound(t *testing.T) {
	if len(words()) < 400 {
		t.Errorf("%d words", len(words()))
	}
	for w := range words() {
		if len(w) > longestWord || word(w) != len(w) {
			t.Errorf("%q is never found", w)
		}
	}
}
