package demo

import (
	"fmt"
	"strings"
)

// Contact is somebody at a customer. Numbers and addresses are such that they
// are nobody's.
type Contact struct {
	Account                              int // place among the accounts
	Name, Title, Department, Phone, Mail string
	Duties, Goals, Mobile, City          string
	Hobby                                string // what he agreed to have written
}

var (
	surnames = strings.Split("赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 张 孔 曹 严 华 金 魏 陶 姜", " ")
	givens   = strings.Split("建国 丽华 志强 晓燕 文博 雅琴 海波 明辉 秀英 俊杰 雪梅 永刚 慧敏 立新 思远 佳宁 国栋 静怡 天佑 若兰", " ")
	jobs     = []struct{ title, department, duties, goals string }{
		{"采购总监", "采购部", "年度框架与供应商管理", "采购成本下降 5%"},
		{"设备部经理", "设备部", "设备选型与备件", "停机时间缩短"},
		{"财务经理", "财务部", "付款与对账", "账期与现金流"},
		{"总工程师", "技术中心", "技术方案评审", "国产化替代"},
		{"生产副总", "生产部", "交付与产能", "准时交付率"},
	}
	hobbies = []string{"周末常去爬山", "喜欢羽毛球，习惯约在周四晚上", "爱喝茶，偏好安静的会面"}
)

const (
	mostMet  = 3  // contacts of an account
	confided = 40 // accounts at which the first of them confided something
)

// Contacts are the people at the customers.
func (c *Company) Contacts() (all []Contact) {
	r := source(partContacts, 0)
	for i, a := range c.Accounts {
		for n := range 1 + r.IntN(mostMet) {
			job := jobs[(i+n)%len(jobs)]
			one := Contact{Account: i, Name: pick(r, surnames) + pick(r, givens), Title: job.title, Department: job.department,
				Phone: fmt.Sprintf("1990000%04d", len(all)%10_000), Mail: fmt.Sprintf("c%d@%s.example.com", n+1, strings.ToLower(a.Code)),
				Duties: job.duties, Goals: job.goals}
			if n == 0 && i < confided {
				one.Mobile, one.City, one.Hobby = fmt.Sprintf("1990010%04d", i), a.City, hobbies[i%len(hobbies)]
			}
			all = append(all, one)
		}
	}
	return all
}
