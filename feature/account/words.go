package account

import "strings"

// ownerships are the kinds of ownership, with what files call them.
var ownerships = map[string]string{
	"state":   "国企 国有 国有企业 央企 国有独资 国有控股 state-owned",
	"private": "民企 民营 民营企业 私营 私营企业 私企",
	"foreign": "外资 外企 外商独资 外资企业",
	"joint":   "合资 中外合资 合资企业 joint-venture",
	"listed":  "上市 上市公司 股份制",
	"public":  "政府 事业单位 机关 政府机关 government",
}

// words of states, as files write them.
var states = map[string]string{
	Active:    "启用 正常 有效 活跃 在用 是 enabled normal yes 1",
	Suspended: "停用 暂停 冻结 禁用 suspended disabled inactive frozen 0",
	Closed:    "注销 关闭 已注销 倒闭 作废 closed",
}

// ownership is the code for what a file says, or the text itself.
func ownership(text string) string {
	if code := coded(ownerships, text); code != "" {
		return code
	}
	return strings.TrimSpace(text)
}

// status is the code for what a file says, or the text itself.
func status(text string) string {
	if code := coded(states, text); code != "" {
		return code
	}
	return strings.TrimSpace(text)
}

func coded(words map[string]string, text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	for code, known := range words {
		if text == code || text != "" && strings.Contains(" "+known+" ", " "+text+" ") {
			return code
		}
	}
	return ""
}
