"""Small spreadsheets for the commands: sound, doubtful, faulty and useless."""

SOUND = (
    "地区,时期,指标,数值\n贵州省/贵阳市/云岩区,2026-03,律师,1234\n贵州省/贵阳市/南明区,2026-03,律师,2345\n"
)
DOUBTFUL = (
    "地区,时期,律师\n贵州省/贵阳市/云岩区,2026-03,100\n贵州省/贵阳市/南明区,2026-03,200\n合计,2026-03,301\n"
)
"""The total is not what its rows add up to."""
FAULTY = SOUND + "贵州省/贵阳市/花溪区,2026-03,律师,-3\n"
HOPELESS = "贵阳市律师统计表\n地区,时期,指标,数值\n南名区,2026-03,律师,5\n"
