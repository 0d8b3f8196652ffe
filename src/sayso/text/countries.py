"""The country that a name, an adjective or a capital stands for."""

from __future__ import annotations

# Country, then the adjectives and seats of government that newspapers use for it.
_NAMES = """
Afghanistan: Afghan, Kabul
Argentina: Argentine, Argentinian, Buenos Aires
Armenia: Armenian, Yerevan
Australia: Australian, Canberra
Austria: Austrian, Vienna
Azerbaijan: Azerbaijani, Baku
Bangladesh: Bangladeshi, Dhaka
Belarus: Belarusian, Minsk
Belgium: Belgian
Brazil: Brazilian, Brasilia
Britain: British, London, United Kingdom, UK, U.K.
Bulgaria: Bulgarian, Sofia
Canada: Canadian, Ottawa
Chile: Chilean, Santiago
China: Chinese, Beijing, People's Republic of China, People’s Republic of China, PRC
Colombia: Colombian, Bogota
Costa Rica: Costa Rican
Croatia: Croatian, Zagreb
Cuba: Cuban, Havana
Cyprus: Cypriot, Nicosia
Czechia: Czech, Prague, Czech Republic
Denmark: Danish, Copenhagen
Egypt: Egyptian, Cairo
Estonia: Estonian, Tallinn
Ethiopia: Ethiopian, Addis Ababa
European Union: EU, Brussels
Finland: Finnish, Helsinki
France: French, Paris
Georgia: Georgian, Tbilisi
Germany: German, Berlin
Greece: Greek, Athens
Hungary: Hungarian, Budapest
Iceland: Icelandic, Reykjavik
India: Indian, New Delhi, Delhi
Indonesia: Indonesian, Jakarta
Iran: Iranian, Tehran
Iraq: Iraqi, Baghdad
Ireland: Irish, Dublin
Israel: Israeli, Jerusalem, Tel Aviv
Italy: Italian, Rome
Japan: Japanese, Tokyo
Jordan: Jordanian, Amman
Kazakhstan: Kazakh, Astana
Kenya: Kenyan, Nairobi
Latvia: Latvian, Riga
Lebanon: Lebanese, Beirut
Libya: Libyan, Tripoli
Lithuania: Lithuanian, Vilnius
Malaysia: Malaysian, Kuala Lumpur
Mexico: Mexican, Mexico City
Moldova: Moldovan, Chisinau
Morocco: Moroccan, Rabat
Myanmar: Burmese
Netherlands: Dutch, The Hague, Amsterdam
New Zealand: Wellington
Nigeria: Nigerian, Abuja
North Korea: North Korean, Pyongyang, DPRK
Norway: Norwegian, Oslo
Pakistan: Pakistani, Islamabad
Palestine: Palestinian, Ramallah
Peru: Peruvian, Lima
Philippines: Philippine, Filipino, Manila
Poland: Polish, Warsaw
Portugal: Portuguese, Lisbon
Qatar: Qatari, Doha
Romania: Romanian, Bucharest
Russia: Russian, Moscow, Kremlin, Russian Federation
Saudi Arabia: Saudi, Riyadh
Serbia: Serbian, Belgrade
Singapore: Singaporean
Slovakia: Slovak, Bratislava
Slovenia: Slovenian, Ljubljana
South Africa: South African, Pretoria
South Korea: South Korean, Seoul
Spain: Spanish, Madrid
Sudan: Sudanese, Khartoum
Sweden: Swedish, Stockholm
Switzerland: Swiss, Bern
Syria: Syrian, Damascus
Taiwan: Taiwanese, Taipei
Thailand: Thai, Bangkok
Tunisia: Tunisian, Tunis
Turkey: Turkish, Ankara, Türkiye
Ukraine: Ukrainian, Kyiv, Kiev
United Arab Emirates: Emirati, UAE, Abu Dhabi
United States: American, Washington, U.S., US, USA, United States of America, America
Venezuela: Venezuelan, Caracas
Vietnam: Vietnamese, Hanoi
Yemen: Yemeni, Sanaa
"""

_COUNTRY: dict[str, str] = {}
for _line in _NAMES.strip().split("\n"):
    _country, _, _others = _line.partition(": ")
    for _name in (_country, *_others.split(", ")):
        _COUNTRY[_name.casefold()] = _country


def country_of(words: str) -> str | None:
    """The country that `words` as a whole stand for, or None."""
    return _COUNTRY.get(words.strip().removeprefix("the ").removeprefix("The ").casefold())


def countries_in(words: str) -> set[str]:
    """Every country that a word or pair of words in `words` stands for."""
    tokens = [token.strip(',;:()"“”').removesuffix("’s").removesuffix("'s") for token in words.split()]
    runs = [" ".join(tokens[at : at + size]) for size in (1, 2, 3) for at in range(len(tokens) - size + 1)]
    return {country for run in runs if (country := country_of(run)) and run[:1].isupper()}
