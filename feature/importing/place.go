package importing

import (
	"slices"
	"strconv"
	"strings"
)

// ranks are how files call ranks, from staff to the top.
var ranks = [][]string{{"普通", "staff"}, {"职员", "clerk"}, {"主管", "专家", "主管·专家", "supervisor", "expert", "supervisor, expert"}, {"经理", "manager"},
	{"总监", "director"}, {"高层", "executive"}}

// rankOf reads a rank: a number or a word; nothing is nobody's.
func rankOf(cell string) (rank int, known bool) {
	if cell == "" {
		return 0, true
	}
	if n, err := strconv.Atoi(cell); err == nil {
		return n, n >= 0 && n <= len(ranks)
	}
	at := slices.IndexFunc(ranks, func(words []string) bool { return slices.Contains(words, strings.ToLower(cell)) })
	return at + 1, at >= 0
}

// scopes are how files call the matters in which somebody speaks.
var scopes = map[string]string{"technical": "technical", "技术": "technical", "business": "business", "业务": "business", "financial": "financial", "财务": "financial"}

// scopeOf reads the matters in which somebody speaks, whatever stands between them.
func scopeOf(cell string) (scope string, known bool) {
	var all []string
	for _, word := range strings.FieldsFunc(strings.ToLower(cell), func(r rune) bool { return strings.ContainsRune(" ,;、，；/", r) }) {
		if scopes[word] == "" {
			return "", false
		}
		all = append(all, scopes[word])
	}
	return strings.Join(all, " "), true
}
