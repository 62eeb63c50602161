package clean

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var (
	// legalForms say what a company is in law, not which one it is; the longer first.
	legalForms = regexp.MustCompile(`(股份有限责任公司|有限责任公司|股份有限公司|有限公司|股份公司|股份|公司|集团)+$`)

	// latinForms are the same in Latin letters, as the last words of a name.
	latinForms = regexp.MustCompile(`(?:[\s,.&]+(?:co|ltd|limited|inc|incorporated|corp|corporation|company|llc|plc|gmbh|ag|sa|bv|nv|pty|holdings?|group))+[\s,.]*$`)

	asides   = regexp.MustCompile(`\([^()]*\)`)
	variants = strings.NewReplacer("【", "(", "】", ")", "〔", "(", "〕", ")", "[", "(", "]", ")", "{", "(", "}", ")", "帐", "账")
)

// CompanyKey is what two ways of writing one company's name have in common:
// width, case, blanks, marks and the legal form are left out.
// "上海 ABC（中国）有限公司" and "上海ABC(中国)有限公司" have the same key.
func CompanyKey(name string) string {
	return letters(unformed(folded(name)), name)
}

// CompanyCore is CompanyKey without what stands in brackets: a place, a branch,
// a former name. It finds candidates; it does not prove anything.
func CompanyCore(name string) string {
	return letters(unformed(asides.ReplaceAllString(folded(name), "")), name)
}

func folded(name string) string {
	return variants.Replace(strings.ToLower(norm.NFKC.String(name)))
}

func unformed(name string) string {
	name = strings.TrimSpace(name)
	if short := legalForms.ReplaceAllString(name, ""); short != name {
		return short
	}
	return latinForms.ReplaceAllString(name, "")
}

// letters keeps letters and digits; a name of nothing else stays as it is.
func letters(name, whole string) string {
	key := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
	if key == "" {
		return folded(strings.TrimSpace(whole))
	}
	return key
}

// Similarity of two keys is 1 for equal ones, less the share of characters that
// must be changed, put in or left out to make one of the other (Levenshtein).
func Similarity(one, other string) float64 {
	a, b := []rune(one), []rune(other)
	longest := max(len(a), len(b))
	if longest == 0 {
		return 1
	}
	return 1 - float64(edits(a, b))/float64(longest)
}

func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := corner
			if x != y {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, corner+1)
		}
	}
	return row[len(b)]
}
