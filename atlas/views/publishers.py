"""Names of publishers that the published files write in English, or half in English, marked for translation.

Every other name stands in the files as Chinese readers know it, and is shown so in both languages.
"""

from atlas.messages import N_

TRANSLATED_PUBLISHERS = frozenset(
    {
        N_("CRI 中国国際放送局"),
        N_("Guangdong Bureau of Statistics"),
        N_("Legal Daily (法制日报)"),
        N_("Liaoning Daily (辽宁日报)"),
        N_("Ministry of Justice of the PRC"),
        N_("National Bureau of Statistics of China"),
        N_("People's Net Zhengzhou"),
        N_("Sina Finance (新浪财经)"),
        N_("Tianjin Municipal Government / China Daily"),
        N_("Xinhua"),
        N_("Xinhua (Beijing Review)"),
        N_("Xinhua (China Daily)"),
        N_("Xinhua (People's Daily Online)"),
        N_("Xinhua (People's Daily Spanish)"),
        N_("Xinhua / China Daily"),
        N_("Xinhua / People's Daily Online"),
        N_("Xinhua Inner Mongolia Channel"),
        N_("Zhaoqing Release (肇庆发布) / Zhaoqing Judicial WeChat public account"),
        N_("publisher not stated"),
        N_("前瞻产业研究院 (citing the Ministry of Justice)"),
        N_("合肥市律师协会 (comment article)"),
        N_("国际在线 贵州 (CRI)"),
    }
)
