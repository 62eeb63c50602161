package account

import (
	"slices"
	"strings"
)

// Source is one way in which a customer was found (M54).
type Source struct {
	Code   string
	Direct bool     // we found it ourselves
	Names  []string // as files write it
}

// sources is the dictionary of M54: seven direct ways, eight indirect ones.
var sources = []Source{
	{"survey", true, []string{"调查", "市场调查", "调研"}},
	{"campaign", true, []string{"营销活动", "市场活动"}},
	{"service", true, []string{"服务过程", "服务"}},
	{"outlet", true, []string{"终端", "门店"}},
	{"fair", true, []string{"博览会", "展会", "展销会", "展销", "洽谈会", "洽谈", "exhibition"}},
	{"website", true, []string{"网站", "官网", "呼叫中心", "网站与呼叫中心", "call centre", "call center"}},
	{"complaint", true, []string{"投诉"}},
	{"research", false, []string{"资料查阅", "desk research"}},
	{"association", false, []string{"行业协会", "协会", "学会"}},
	{"government", false, []string{"政府网站", "政府"}},
	{"media", false, []string{"媒体", "报纸", "杂志"}},
	{"third_party", false, []string{"第三方数据", "第三方", "third party"}},
	{"colleague", false, []string{"同事", "同事介绍"}},
	{"competitor", false, []string{"竞争对手动态", "竞争对手"}},
	{"referral", false, []string{"老客户介绍", "客户介绍", "转介绍", "介绍"}},
}

// KnownSource reports whether the dictionary holds a code.
func KnownSource(code string) bool {
	return slices.ContainsFunc(sources, func(s Source) bool { return s.Code == code })
}

// sourceOf finds the code for what a file says.
func sourceOf(text string) (code string, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, s := range sources {
		if s.Code == text || slices.Contains(s.Names, text) {
			return s.Code, true
		}
	}
	return "", text == ""
}
